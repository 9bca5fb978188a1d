"""Tests of contact files."""
