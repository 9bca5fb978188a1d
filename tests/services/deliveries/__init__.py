"""The delivery engine."""
