"""When somebody chose their reminders, and which they chose for one event; photos among the documents of events."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; nobody has chosen for one event yet, and no event has documents."""
    op.add_column("invitee", sa.Column("leads", sa.String(48)))
    op.add_column("invitee", sa.Column("leads_at", sa.DateTime(timezone=True)))
    op.add_column("personal_lead", sa.Column("chosen_at", sa.DateTime(timezone=True)))
    op.add_column("event_document", sa.Column("kind", sa.String(16), nullable=False, server_default="document"))


def downgrade() -> None:
    """Drop them."""
    op.drop_column("event_document", "kind")
    op.drop_column("personal_lead", "chosen_at")
    op.drop_column("invitee", "leads_at")
    op.drop_column("invitee", "leads")
