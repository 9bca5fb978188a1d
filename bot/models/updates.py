"""Updates that are done, by their ids alone: what came in is never kept."""

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel


class FinishedUpdate(SQLModel, table=True):
    """An update that was answered, or whose effects are stored; old rows are deleted as new ones come.

    After a kill it says which of the updates that come again need nothing more.
    """

    __tablename__ = "finished_update"
    __table_args__ = (UniqueConstraint("bot_id", "update_id"),)
    id: int | None = Field(default=None, primary_key=True, description="rises: the order in which they were done")
    bot_id: int = Field(sa_type=BigInteger, description="each bot counts its own updates")
    update_id: int = Field(sa_type=BigInteger)
