"""Keys of deliveries in the order of their bytes, so that those which begin alike stand together in the index."""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change the order; SQLite has no other."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute('ALTER TABLE delivery ALTER COLUMN key TYPE varchar(120) COLLATE "C"')


def downgrade() -> None:
    """Take the order of the database's language again."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute('ALTER TABLE delivery ALTER COLUMN key TYPE varchar(120) COLLATE "default"')
