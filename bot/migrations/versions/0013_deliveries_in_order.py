"""Deliveries of one receiver in their order: an index of what holds back those that were caused later."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    is_holding = sa.text("(state = 'claimed' OR state = 'due' AND attempts > 0)")
    op.create_index(
        "ix_delivery_holding", "delivery", ["member_id"], sqlite_where=is_holding, postgresql_where=is_holding
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_index("ix_delivery_holding", "delivery")
