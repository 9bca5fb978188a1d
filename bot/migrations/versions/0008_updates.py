"""Which updates are done, by id."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "finished_update",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.UniqueConstraint("bot_id", "update_id"),
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_table("finished_update")
