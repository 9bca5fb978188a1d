"""Measurements: run with `python -m tests.benchmarks NAME`; nothing here is collected by pytest."""
