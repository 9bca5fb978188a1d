"""Deliveries: an index of what holds back others, numbers of all messages; quiet hours to the minute."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make index and column; hours of the day become minutes."""
    is_holding = sa.text("(state = 'claimed' OR state = 'due' AND attempts > 0)")
    op.create_index(
        "ix_delivery_holding", "delivery", ["member_id"], sqlite_where=is_holding, postgresql_where=is_holding
    )
    op.add_column("delivery", sa.Column("part_ids", sa.JSON()))
    op.execute("UPDATE member SET quiet_from = quiet_from * 60, quiet_until = quiet_until * 60")


def downgrade() -> None:
    """Drop them; minutes become hours."""
    op.execute("UPDATE member SET quiet_from = quiet_from / 60, quiet_until = quiet_until / 60")
    op.drop_column("delivery", "part_ids")
    op.drop_index("ix_delivery_holding", "delivery")
