"""How Alembic runs here: on the connection that `bot.database` hands over."""

from alembic import context
from sqlmodel import SQLModel

import bot.models

assert bot.models  # noqa: S101  # the import is what makes the tables known

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,  # SQLite changes a table by copying it
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
