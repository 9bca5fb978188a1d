"""Tests of the care of catalogs."""
