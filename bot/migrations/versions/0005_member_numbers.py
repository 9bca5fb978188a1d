"""The number of a member who was erased never passes to another person: the audit log's pseudonyms are made of it.

PostgreSQL's sequences do so by themselves; SQLite does with AUTOINCREMENT, which a table gets only when it is made.
Copying `member` deletes the old table, which must not delete what refers to its rows: `Database.upgrade` lets no
foreign keys be enforced meanwhile.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Copy the members into a table that counts on."""
    copy_members(sqlite_autoincrement=True)


def downgrade() -> None:
    """Copy them into one that does not."""
    copy_members()


def copy_members(**options: bool) -> None:
    """Make the table anew, on SQLite."""
    if op.get_bind().dialect.name == "sqlite":
        with op.batch_alter_table("member", recreate="always", table_kwargs=options):
            pass
