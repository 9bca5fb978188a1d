"""Tests of wall times, zones and instants."""
