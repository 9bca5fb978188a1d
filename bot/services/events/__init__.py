"""Meetings and study visits: planned, answered, reminded, changed."""
