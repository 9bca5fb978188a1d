"""Events, who is invited to them and what they answered; ratings; personal follow-ups."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

INDEXES = (
    ("event", ("state",)),
    ("event", ("starts_at",)),
    ("event", ("over_at",)),
    ("event", ("created_by",)),
    ("checklist_item", ("event_id",)),
    ("event_document", ("event_id",)),
    ("invitee", ("member_id",)),
    ("checklist_mark", ("member_id",)),
    ("rating", ("member_id",)),
    ("follow_up", ("member_id",)),
)


def upgrade() -> None:
    """Make the tables, those first that others refer to."""
    make_events()
    make_parts()
    make_participation()
    make_personal()
    for table, columns in INDEXES:
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))
    op.create_index("ix_invitee_queue", "invitee", ["event_id", "answer", "waiting_since"])


def make_events() -> None:
    """Make the table of events."""
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("confirm_sequence", sa.Integer(), nullable=False),
        sa.Column("host_country", sa.String(2)),
        sa.Column("host_unit", sa.String(120)),
        sa.Column("venue", sa.String(200)),
        sa.Column("address", sa.String(300)),
        sa.Column("latitude", sa.Float()),
        sa.Column("longitude", sa.Float()),
        sa.Column("link", sa.String(500)),
        sa.Column("start", sa.DateTime()),
        sa.Column("end", sa.DateTime()),
        sa.Column("zone", sa.String(64)),
        *(sa.Column(name, sa.DateTime(timezone=True)) for name in ("starts_at", "ends_at", "over_at")),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("capacity", sa.Integer()),
        sa.Column("answer_by", sa.DateTime(timezone=True)),
        sa.Column("rule", sa.String(300)),
        sa.Column("contact", sa.String(200)),
        sa.Column("leads", sa.JSON(), nullable=False),
        sa.Column("cancel_reason", sa.String(300)),
        sa.Column("created_by", sa.Integer(), sa.ForeignKey("member.id", ondelete="SET NULL")),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint("host_country IS NULL OR length(host_country) = 2", name="host_country_is_a_code"),
        sa.CheckConstraint("capacity IS NULL OR capacity > 0", name="capacity_is_positive"),
        sa.CheckConstraint(
            "state = 'draft' OR (starts_at IS NOT NULL AND over_at IS NOT NULL)", name="planned_has_times"
        ),
        sa.CheckConstraint("starts_at IS NULL OR ends_at IS NULL OR starts_at < ends_at", name="ends_after_start"),
        sa.CheckConstraint("confirm_sequence <= sequence", name="confirms_a_version"),
        sa.CheckConstraint("(latitude IS NULL) = (longitude IS NULL)", name="position_is_whole"),
        sqlite_autoincrement=True,
    )


def make_parts() -> None:
    """Make what belongs to an event."""
    op.create_table(
        "event_text",
        of_event(),
        sa.Column("locale", sa.String(16), primary_key=True),
        sa.Column("title", sa.String(150), nullable=False),
        sa.Column("description", sa.String(2000), nullable=False),
    )
    op.create_table(
        "event_audience",
        of_event(),
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("value", sa.String(120), primary_key=True),
    )
    op.create_table(
        "event_quota",
        of_event(),
        sa.Column("country", sa.String(2), primary_key=True),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.CheckConstraint("seats > 0", name="quota_is_positive"),
    )
    op.create_table(
        "event_change",
        of_event(),
        sa.Column("sequence", sa.Integer(), primary_key=True),
        sa.Column("field", sa.String(32), primary_key=True),
        sa.Column("old", sa.String(2100), nullable=False),
        sa.Column("new", sa.String(2100), nullable=False),
    )
    op.create_table(
        "checklist_item",
        sa.Column("id", sa.Integer(), primary_key=True),
        of_event(is_key=False),
        sa.Column("task", sa.String(16), nullable=False),
        sa.Column("text", sa.String(150)),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "event_document",
        sa.Column("id", sa.Integer(), primary_key=True),
        of_event(is_key=False),
        sa.Column("file_id", sa.String(200), nullable=False),
        sa.Column("name", sa.String(120), nullable=False),
        sa.UniqueConstraint("event_id", "file_id"),
    )


def make_participation() -> None:
    """Make what people answer, do and say."""
    op.create_table(
        "invitee",
        sa.Column("id", sa.Integer(), primary_key=True),
        of_event(is_key=False),
        of_member(is_key=False),
        sa.Column("invited_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("nominated_by", sa.Integer(), sa.ForeignKey("member.id", ondelete="SET NULL")),
        sa.Column("answer", sa.String(16), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True)),
        sa.Column("answered_sequence", sa.Integer()),
        sa.Column("waiting_since", sa.DateTime(timezone=True)),
        sa.Column("note", sa.String(300)),
        sa.UniqueConstraint("event_id", "member_id"),
        sa.CheckConstraint("(answer = 'waiting') = (waiting_since IS NOT NULL)", name="waiting_has_a_time"),
    )
    op.create_table(
        "checklist_mark",
        sa.Column("item_id", sa.Integer(), sa.ForeignKey("checklist_item.id", ondelete="CASCADE"), primary_key=True),
        of_member(),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "rating",
        of_event(),
        of_member(),
        sa.Column("aspect", sa.String(16), primary_key=True),
        sa.Column("stars", sa.Integer(), nullable=False),
        sa.Column("comment", sa.String(500)),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("stars BETWEEN 1 AND 5", name="stars_are_1_to_5"),
    )


def make_personal() -> None:
    """Make what people set for themselves."""
    op.create_table(
        "follow_up",
        sa.Column("id", sa.Integer(), primary_key=True),
        of_member(is_key=False),
        sa.Column("text", sa.String(200), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True)),
        sa.Column("article_id", sa.String(40)),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table("personal_lead", of_member(), sa.Column("lead", sa.String(8), primary_key=True))


def downgrade() -> None:
    """Drop them, those last that others refer to."""
    for table in ("personal_lead", "follow_up", "rating", "checklist_mark", "invitee", "event_document"):
        op.drop_table(table)
    for table in ("checklist_item", "event_change", "event_quota", "event_audience", "event_text", "event"):
        op.drop_table(table)


def of_event(*, is_key: bool = True) -> sa.Column[int]:
    """Return the column that ties a row to its event."""
    key = sa.ForeignKey("event.id", ondelete="CASCADE")
    return sa.Column("event_id", sa.Integer(), key, primary_key=is_key, nullable=False)


def of_member(*, is_key: bool = True) -> sa.Column[int]:
    """Return the column that ties a row to a member."""
    key = sa.ForeignKey("member.id", ondelete="CASCADE")
    return sa.Column("member_id", sa.Integer(), key, primary_key=is_key, nullable=False)
