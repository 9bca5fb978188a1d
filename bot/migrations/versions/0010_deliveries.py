"""What the assistant sends on its own initiative, who may send in bulk, and members' quiet hours."""

import datetime as dt

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables and columns."""
    op.create_table(
        "delivery",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("key", sa.String(120), nullable=False),
        sa.Column("member_id", sa.Integer(), sa.ForeignKey("member.id", ondelete="CASCADE"), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("batch", sa.String(40)),
        sa.Column("priority", sa.SmallInteger(), nullable=False),
        sa.Column("is_urgent", sa.Boolean(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("useless_after", sa.DateTime(timezone=True)),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("attempts", sa.SmallInteger(), nullable=False),
        sa.Column("parts", sa.SmallInteger(), nullable=False),
        sa.Column("may_repeat", sa.Boolean(), nullable=False),
        sa.Column("lease_owner", sa.String(64)),
        sa.Column("lease_until", sa.DateTime(timezone=True)),
        sa.Column("error", sa.String(32)),
        sa.Column("message_id", sa.BigInteger()),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.UniqueConstraint("key"),
        sa.CheckConstraint("attempts >= 0 AND parts >= 0", name="delivery_counts_are_counts"),
        sa.CheckConstraint("(state = 'claimed') = (lease_until IS NOT NULL)", name="claimed_has_a_lease"),
    )
    make_indexes()
    op.create_table("paused_batch", sa.Column("batch", sa.String(40), primary_key=True))
    lease = op.create_table(
        "lease",
        sa.Column("name", sa.String(32), primary_key=True),
        sa.Column("owner", sa.String(64), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
    )
    op.bulk_insert(lease, [{"name": "bulk", "owner": "", "until": dt.datetime.fromtimestamp(0, dt.UTC)}])
    op.add_column("member", sa.Column("quiet_from", sa.SmallInteger()))
    op.add_column("member", sa.Column("quiet_until", sa.SmallInteger()))


def make_indexes() -> None:
    """Index what is due and what is claimed, however many rows are done."""
    op.create_index("ix_delivery_member_id", "delivery", ["member_id"])
    in_batch = sa.text("batch IS NOT NULL")
    op.create_index(
        "ix_delivery_batch", "delivery", ["batch", "state"], sqlite_where=in_batch, postgresql_where=in_batch
    )
    is_due, is_claimed = sa.text("state = 'due'"), sa.text("state = 'claimed'")
    op.create_index(
        "ix_delivery_due", "delivery", ["priority", "due_at", "id"], sqlite_where=is_due, postgresql_where=is_due
    )
    op.create_index(
        "ix_delivery_lease", "delivery", ["lease_until"], sqlite_where=is_claimed, postgresql_where=is_claimed
    )


def downgrade() -> None:
    """Drop them."""
    with op.batch_alter_table("member", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.drop_column("quiet_until")
        table.drop_column("quiet_from")
    for name in ("lease", "paused_batch", "delivery"):
        op.drop_table(name)
