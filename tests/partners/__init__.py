"""Tests of what is read from questions for partner units."""
