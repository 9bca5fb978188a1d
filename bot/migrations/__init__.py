"""Alembic migrations: `versions/` brings any earlier database to the tables of this version."""
