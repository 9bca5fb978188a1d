"""Calendars: recurrence, iCalendar files out and in, and the month grid of a picker (pure)."""
