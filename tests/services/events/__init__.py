"""Tests of events, module by module."""
