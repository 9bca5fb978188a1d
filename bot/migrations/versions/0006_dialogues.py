"""What the next text of a person means, and the language of their client, for what is sent unasked."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table and the column."""
    op.add_column("member", sa.Column("client_locale", sa.String(16)))
    op.create_table(
        "awaited_text",
        sa.Column("member_id", sa.Integer(), sa.ForeignKey("member.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("subject", sa.String(32), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    """Drop them."""
    op.drop_table("awaited_text")
    with op.batch_alter_table("member", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.drop_column("client_locale")
