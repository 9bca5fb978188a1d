"""How people get in: invitations, requests for access, failed attempts."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "invitation",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("country", sa.String(2)),
        sa.Column("unit", sa.String(120)),
        sa.Column("created_by", sa.Integer(), sa.ForeignKey("member.id", ondelete="CASCADE")),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("uses_left", sa.Integer(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True)),
        sa.UniqueConstraint("token_hash"),
        sa.CheckConstraint("uses_left >= 0", name="uses_are_not_overdrawn"),
        sa.CheckConstraint("country IS NULL OR length(country) = 2", name="invitation_country_is_a_code"),
    )
    op.create_index("ix_invitation_created_by", "invitation", ["created_by"])
    op.create_index("ix_invitation_expires_at", "invitation", ["expires_at"])
    op.create_table(
        "invitation_role",
        invitation_id(),
        sa.Column("role", sa.String(16), primary_key=True),
        sa.Column("scope", sa.String(16), primary_key=True),
    )
    op.create_table("redemption", invitation_id(), sa.Column("person_hash", sa.String(64), primary_key=True))
    op.create_table(
        "failed_attempt",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("person_hash", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_failed_attempt_person_hash", "failed_attempt", ["person_hash"])
    op.create_index("ix_failed_attempt_at", "failed_attempt", ["at"])
    make_requests()


def make_requests() -> None:
    """Make the table of requests; one of a person can be open at a time."""
    op.create_table(
        "access_request",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("member_id", sa.Integer(), sa.ForeignKey("member.id", ondelete="CASCADE"), nullable=False),
        sa.Column("unit", sa.String(120), nullable=False),
        sa.Column("country", sa.String(2)),
        sa.Column("locale", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Integer(), sa.ForeignKey("member.id", ondelete="SET NULL")),
        sa.Column("decided_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint("country IS NULL OR length(country) = 2", name="request_country_is_a_code"),
        sa.CheckConstraint("(state = 'open') = (decided_at IS NULL)", name="decided_has_a_time"),
    )
    op.create_index("ix_access_request_country", "access_request", ["country"])
    op.create_index("ix_access_request_member_id", "access_request", ["member_id"])
    is_open = sa.text("state = 'open'")
    op.create_index(
        "one_open_request",
        "access_request",
        ["member_id"],
        unique=True,
        sqlite_where=is_open,
        postgresql_where=is_open,
    )


def downgrade() -> None:
    """Drop them."""
    for table in ("access_request", "failed_attempt", "redemption", "invitation_role", "invitation"):
        op.drop_table(table)


def invitation_id() -> sa.Column[int]:
    """Return the column that ties a row to its invitation."""
    return sa.Column(
        "invitation_id", sa.Integer(), sa.ForeignKey("invitation.id", ondelete="CASCADE"), primary_key=True
    )
