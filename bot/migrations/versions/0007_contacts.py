"""Partner units, their contact points, and proposed corrections."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "unit",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("key", sa.String(40), nullable=False),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("serves", sa.String(80), nullable=False),
        sa.Column("name", sa.String(160), nullable=False),
        sa.Column("name_national", sa.String(160)),
        sa.Column("parent", sa.String(160)),
        sa.Column("city", sa.String(60)),
        sa.Column("zone", sa.String(64), nullable=False),
        sa.Column("holiday_calendar", sa.String(10), nullable=False),
        sa.Column("web", sa.String(300)),
        sa.Column("notes", sa.String(500)),
        sa.UniqueConstraint("key"),
        sa.CheckConstraint("length(country) = 2", name="unit_country_is_a_code"),
        sa.CheckConstraint("length(zone) > 0", name="unit_has_a_zone"),
    )
    op.create_index("ix_unit_country", "unit", ["country"])
    make_contact_points()
    make_addresses()
    make_days()
    make_corrections()


def make_contact_points() -> None:
    """Make the table of contact points, whose numbers are never given again."""
    op.create_table(
        "contact_point",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("unit_id", sa.Integer(), sa.ForeignKey("unit.id", ondelete="CASCADE"), nullable=False),
        sa.Column("function", sa.String(16), nullable=False),
        sa.Column("label", sa.String(60), nullable=False),
        sa.Column("zone", sa.String(64)),
        sa.Column("languages", sa.String(80), nullable=False),
        sa.Column("hours", sa.String(400)),
        sa.Column("open_on_holidays", sa.Boolean(), nullable=False),
        sa.Column("visibility", sa.String(16), nullable=False),
        sa.Column("notes", sa.String(500)),
        sa.Column("confirmed_on", sa.Date()),
        sa.Column("asked_at", sa.DateTime(timezone=True)),
        sa.Column("owner_id", sa.Integer(), sa.ForeignKey("member.id", ondelete="SET NULL")),
        sa.UniqueConstraint("unit_id", "function", "label"),
        sqlite_autoincrement=True,
    )
    for column in ("unit_id", "confirmed_on", "owner_id"):
        op.create_index(f"ix_contact_point_{column}", "contact_point", [column])


def make_addresses() -> None:
    """Make the table of phones, e-mail addresses and addresses on secure channels."""
    op.create_table(
        "contact_address",
        sa.Column("id", sa.Integer(), primary_key=True),
        contact_point_id(),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("value", sa.String(254), nullable=False),
        sa.Column("label", sa.String(60), nullable=False),
        sa.Column("is_duty", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.UniqueConstraint("contact_point_id", "kind", "value"),
        sa.UniqueConstraint("contact_point_id", "kind", "is_duty", "position"),
        sa.CheckConstraint("kind != 'phone' OR (value LIKE '+%' AND length(value) <= 16)", name="phone_is_e164"),
        sa.CheckConstraint("kind = 'phone' OR NOT is_duty", name="only_phones_are_duty_phones"),
    )
    op.create_index("ix_contact_address_contact_point_id", "contact_address", ["contact_point_id"])


def make_days() -> None:
    """Make the tables of days with other hours, and of days on which somebody else answers."""
    op.create_table(
        "hours_exception",
        sa.Column("id", sa.Integer(), primary_key=True),
        contact_point_id(),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("spans", sa.String(60), nullable=False),
        sa.Column("reason", sa.String(60), nullable=False),
        sa.UniqueConstraint("contact_point_id", "first_day"),
        sa.CheckConstraint("last_day >= first_day", name="exception_has_days"),
    )
    op.create_index("ix_hours_exception_contact_point_id", "hours_exception", ["contact_point_id"])
    op.create_table(
        "substitution",
        sa.Column("id", sa.Integer(), primary_key=True),
        contact_point_id(),
        contact_point_id("substitute_id"),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.UniqueConstraint("contact_point_id", "first_day"),
        sa.CheckConstraint("last_day >= first_day", name="substitution_has_days"),
        sa.CheckConstraint("substitute_id != contact_point_id", name="nobody_substitutes_themselves"),
    )
    for column in ("contact_point_id", "substitute_id"):
        op.create_index(f"ix_substitution_{column}", "substitution", [column])


def make_corrections() -> None:
    """Make the table of proposed corrections."""
    op.create_table(
        "contact_correction",
        sa.Column("id", sa.Integer(), primary_key=True),
        contact_point_id(),
        sa.Column("column", sa.String(24), nullable=False),
        sa.Column("old_text", sa.String(1000), nullable=False),
        sa.Column("new_text", sa.String(1000), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("proposed_by", sa.Integer(), sa.ForeignKey("member.id", ondelete="SET NULL")),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Integer(), sa.ForeignKey("member.id", ondelete="SET NULL")),
        sa.Column("decided_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint("(state = 'open') = (decided_at IS NULL)", name="decided_correction_has_a_time"),
        sa.CheckConstraint("old_text != new_text", name="correction_changes_something"),
    )
    for column in ("contact_point_id", "state"):
        op.create_index(f"ix_contact_correction_{column}", "contact_correction", [column])


def downgrade() -> None:
    """Drop them."""
    for table in ("contact_correction", "substitution", "hours_exception", "contact_address", "contact_point", "unit"):
        op.drop_table(table)


def contact_point_id(name: str = "contact_point_id") -> sa.Column[int]:
    """Return the column that ties a row to a contact point."""
    return sa.Column(name, sa.Integer(), sa.ForeignKey("contact_point.id", ondelete="CASCADE"), nullable=False)
