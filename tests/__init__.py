"""Tests of the assistant; folders mirror those of the code."""
