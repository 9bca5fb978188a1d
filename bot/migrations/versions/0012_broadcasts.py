"""Broadcasts: texts, audience, and who received them."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "broadcast",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("state", sa.String(24), nullable=False),
        sa.Column("author_id", sa.Integer(), sa.ForeignKey("member.id", ondelete="SET NULL")),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("send_at", sa.DateTime(timezone=True)),
        sa.Column("is_urgent", sa.Boolean(), nullable=False),
        sa.Column("fallback_locale", sa.String(16), nullable=False),
        sa.Column("file_id", sa.String(256)),
        sa.Column("file_kind", sa.String(16)),
        sa.Column("file_name", sa.String(120)),
        sa.Column("confirmed_at", sa.DateTime(timezone=True)),
        sa.Column("approved_by", sa.Integer(), sa.ForeignKey("member.id", ondelete="SET NULL")),
        sa.Column("started_at", sa.DateTime(timezone=True)),
        sa.Column("receivers", sa.Integer(), nullable=False),
        sa.Column("left_out", sa.Integer(), nullable=False),
        sa.Column("reminders", sa.Integer(), nullable=False),
        sa.Column("errors_forgiven", sa.Integer(), nullable=False),
        sa.Column("progress_message_id", sa.BigInteger()),
        sa.CheckConstraint("(file_id IS NULL) = (file_kind IS NULL)", name="file_has_a_kind"),
        sa.CheckConstraint("receivers >= 0 AND left_out >= 0", name="broadcast_counts_are_counts"),
        sqlite_autoincrement=True,
    )
    is_draft = sa.text("state = 'draft'")
    op.create_index(
        "one_draft", "broadcast", ["author_id"], unique=True, sqlite_where=is_draft, postgresql_where=is_draft
    )
    op.create_index("ix_broadcast_state", "broadcast", ["state"])
    make_parts()


def make_parts() -> None:
    """Make what belongs to a broadcast."""
    op.create_table(
        "broadcast_text",
        broadcast_id(is_key=True),
        sa.Column("locale", sa.String(16), primary_key=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("is_cleared", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "broadcast_audience",
        broadcast_id(is_key=True),
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("value", sa.String(120), primary_key=True),
        sa.Column("is_wanted", sa.Boolean(), nullable=False),
    )
    op.create_table(
        "broadcast_receiver",
        sa.Column("id", sa.Integer(), primary_key=True),
        broadcast_id(is_key=False),
        sa.Column("member_id", sa.Integer(), sa.ForeignKey("member.id", ondelete="CASCADE"), nullable=False),
        sa.Column("country", sa.String(2)),
        sa.Column("locale", sa.String(16), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True)),
        sa.UniqueConstraint("broadcast_id", "member_id"),
    )
    op.create_index("ix_broadcast_receiver_member_id", "broadcast_receiver", ["member_id"])


def downgrade() -> None:
    """Drop them."""
    for table in ("broadcast_receiver", "broadcast_audience", "broadcast_text", "broadcast"):
        op.drop_table(table)


def broadcast_id(*, is_key: bool) -> sa.Column[int]:
    """Return the column that ties a row to its broadcast."""
    broadcast = sa.ForeignKey("broadcast.id", ondelete="CASCADE")
    return sa.Column("broadcast_id", sa.Integer(), broadcast, primary_key=is_key, nullable=False)
