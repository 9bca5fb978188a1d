"""The audit log, which the database itself keeps from being changed.

What the triggers allow on `audit_record`:

- INSERT: only of a record that follows the head, by its number and by the hash that it repeats. This also stops
  SQLite's INSERT OR REPLACE, which deletes a row without asking the trigger for DELETE.
- UPDATE: never.
- DELETE: only up to the sequence of `audit_checkpoint`. This is the one exception, for retention.
- TRUNCATE (PostgreSQL): never.

`audit_checkpoint` is one row that stays; it can only move on, to a record that is there, with that record's hash.
Whoever may drop triggers can still do anything: the hash of the head, noted elsewhere, is what shows that.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

NOTHING = "0" * 64

HEAD_SEQUENCE = "coalesce((SELECT max(sequence) FROM audit_record), (SELECT sequence FROM audit_checkpoint))"
HEAD_HASH = """coalesce(
        (SELECT hash FROM audit_record ORDER BY sequence DESC LIMIT 1), (SELECT hash FROM audit_checkpoint))"""
FOLLOWS_HEAD = f"NEW.sequence = {HEAD_SEQUENCE} + 1 AND NEW.previous_hash = {HEAD_HASH}"
IS_PRUNED = "OLD.sequence <= (SELECT sequence FROM audit_checkpoint)"
MOVES_ON = """NEW.id = OLD.id AND ((NEW.sequence = OLD.sequence AND NEW.hash = OLD.hash) OR (NEW.sequence > OLD.sequence
    AND EXISTS (SELECT 1 FROM audit_record WHERE sequence = NEW.sequence AND hash = NEW.hash)))"""

RULES = (
    ("audit_record", "INSERT", FOLLOWS_HEAD, "audit log: a record must follow the head"),
    ("audit_record", "UPDATE", "1 = 0", "audit log: a record cannot be changed"),
    ("audit_record", "DELETE", IS_PRUNED, "audit log: a record cannot be deleted before the checkpoint has passed it"),
    ("audit_checkpoint", "INSERT", "1 = 0", "audit log: there is one checkpoint"),
    ("audit_checkpoint", "UPDATE", MOVES_ON, "audit log: the checkpoint can only move on to a record"),
    ("audit_checkpoint", "DELETE", "1 = 0", "audit log: the checkpoint stays"),
)
"""Table, statement, what must be true of each row, and what is said when it is not."""


def upgrade() -> None:
    """Make the log, its checkpoint, and the triggers."""
    op.create_table(
        "audit_record",
        sa.Column("sequence", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(32), nullable=False),
        sa.Column("action", sa.String(32), nullable=False),
        sa.Column("object", sa.String(80), nullable=False),
        sa.Column("details", sa.String(500), nullable=False),
        sa.Column("previous_hash", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    checkpoint = op.create_table(
        "audit_checkpoint",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        sa.CheckConstraint("id = 1", name="one_checkpoint"),
    )
    op.bulk_insert(checkpoint, [{"id": 1, "sequence": 0, "hash": NOTHING}])
    make = make_postgresql_trigger if op.get_bind().dialect.name == "postgresql" else make_sqlite_trigger
    for rule in RULES:
        make(*rule)
    if op.get_bind().dialect.name == "postgresql":
        refuse_truncate()


def downgrade() -> None:
    """Drop the log with its triggers."""
    op.drop_table("audit_record")
    op.drop_table("audit_checkpoint")
    if op.get_bind().dialect.name == "postgresql":
        for table, statement, _, _ in RULES:
            op.execute(f"DROP FUNCTION {table}_{statement.lower()}()")
        op.execute("DROP FUNCTION audit_truncate()")


def make_sqlite_trigger(table: str, statement: str, condition: str, message: str) -> None:
    """Refuse what does not meet a condition; the trigger is named as `audit_record_delete`."""
    op.execute(
        f"""CREATE TRIGGER {table}_{statement.lower()} BEFORE {statement} ON {table} FOR EACH ROW
        WHEN ({condition}) IS NOT TRUE BEGIN SELECT RAISE(ABORT, '{message}'); END"""
    )


def make_postgresql_trigger(table: str, statement: str, condition: str, message: str) -> None:
    """Refuse what does not meet a condition; a function, because WHEN of a trigger takes no subquery."""
    name = f"{table}_{statement.lower()}"
    op.execute(
        f"""CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF ({condition}) IS NOT TRUE THEN RAISE EXCEPTION '{message}'; END IF;
            RETURN {"OLD" if statement == "DELETE" else "NEW"};
        END $$"""
    )
    op.execute(f"CREATE TRIGGER {name} BEFORE {statement} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()")


def refuse_truncate() -> None:
    """Refuse TRUNCATE, which no trigger for rows sees."""
    op.execute(
        """CREATE FUNCTION audit_truncate() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'audit log: it cannot be emptied'; END $$"""
    )
    for table in ("audit_record", "audit_checkpoint"):
        op.execute(
            f"CREATE TRIGGER {table}_truncate BEFORE TRUNCATE ON {table} EXECUTE FUNCTION audit_truncate()"
        )
