"""Who a member is: country, unit, zone, roles."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Widen the members and give them roles."""
    with op.batch_alter_table("member") as table:
        table.add_column(sa.Column("name", sa.String(80)))
        table.add_column(sa.Column("country", sa.String(2)))
        table.add_column(sa.Column("unit", sa.String(120)))
        table.add_column(sa.Column("zone", sa.String(64)))
        table.add_column(sa.Column("reachable", sa.Boolean(), nullable=False, server_default=sa.true()))
        table.create_check_constraint("country_is_a_code", "country IS NULL OR length(country) = 2")
        table.create_index("ix_member_country", ["country"])
    op.create_table(
        "grant",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("member_id", sa.Integer(), sa.ForeignKey("member.id", ondelete="CASCADE"), nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("scope", sa.String(16), nullable=False),
        sa.Column("granted_at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("member_id", "role", "scope"),
    )
    op.create_index("ix_grant_member_id", "grant", ["member_id"])


def downgrade() -> None:
    """Forget roles and who members are."""
    op.drop_table("grant")
    with op.batch_alter_table("member") as table:
        table.drop_index("ix_member_country")
        table.drop_constraint("country_is_a_code")
        for column in ("reachable", "zone", "unit", "country", "name"):
            table.drop_column(column)
