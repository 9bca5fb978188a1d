"""Deliveries: an index of what holds back others of its receiver; quiet hours to the minute."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index; hours of the day become minutes."""
    is_holding = sa.text("(state = 'claimed' OR state = 'due' AND attempts > 0)")
    op.create_index(
        "ix_delivery_holding", "delivery", ["member_id"], sqlite_where=is_holding, postgresql_where=is_holding
    )
    op.execute("UPDATE member SET quiet_from = quiet_from * 60, quiet_until = quiet_until * 60")


def downgrade() -> None:
    """Drop it; minutes become hours."""
    op.execute("UPDATE member SET quiet_from = quiet_from / 60, quiet_until = quiet_until / 60")
    op.drop_index("ix_delivery_holding", "delivery")
