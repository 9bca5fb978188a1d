"""When a member was last seen, and told that they will be erased.

Who is there already counts as seen today: nobody is taken for inactive because nobody looked before.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add both days."""
    op.add_column("member", sa.Column("last_seen", sa.Date()))
    op.add_column("member", sa.Column("told_on", sa.Date()))
    op.create_index("ix_member_last_seen", "member", ["last_seen"])
    op.execute("UPDATE member SET last_seen = CURRENT_DATE")


def downgrade() -> None:
    """Drop them."""
    with op.batch_alter_table("member", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.drop_index("ix_member_last_seen")
        table.drop_column("told_on")
        table.drop_column("last_seen")
