"""The list of what is held about people is complete."""

import sqlalchemy as sa
from sqlmodel import SQLModel

from bot.services.holdings import HOLDINGS, Erasure, Subject

PERSONAL = ("member_id", "chat_id", "user_id", "person_hash", "actor")
"""Names of columns that say whose a row is, beside foreign keys to members."""
TABLES = SQLModel.metadata


def naming(tables: sa.MetaData) -> set[tuple[str, str]]:
    """Return (table, column) of all columns that name a person."""
    return {
        (table.name, column.name)
        for table in tables.tables.values()
        for column in table.columns
        if column.name.endswith(PERSONAL) or any(key.column.table.name == "member" for key in column.foreign_keys)
    }


def unlisted(tables: sa.MetaData) -> set[tuple[str, str]]:
    """Return the columns that name a person and belong to no holding."""
    return naming(tables) - {(holding.rows.name, name) for holding in HOLDINGS for name in holding.names}


def test_every_column_that_names_a_person_belongs_to_a_holding() -> None:
    assert unlisted(TABLES) == set()


def test_a_new_table_that_names_a_person_is_found() -> None:
    tables = sa.MetaData()
    for table in TABLES.tables.values():
        table.to_metadata(tables)
    sa.Table("visit", tables, sa.Column("host", sa.ForeignKey("member.id")), sa.Column("sent_to_chat_id", sa.Integer))
    assert unlisted(tables) == {("visit", "host"), ("visit", "sent_to_chat_id")}


def test_every_subject_is_held_once() -> None:
    assert sorted(holding.subject for holding in HOLDINGS) == sorted(Subject)


def test_columns_are_there_and_no_hash_is_shown() -> None:
    for holding in HOLDINGS:
        dated = [holding.dated] if holding.dated else []
        assert {*holding.names, *holding.shown, *dated} <= {column.name for column in holding.rows.columns}
        assert not any("hash" in name for name in holding.shown)


def test_rows_that_cannot_lose_their_person_are_deleted() -> None:
    for holding in HOLDINGS:
        if holding.erasure is Erasure.DETACH:
            assert all(holding.rows.c[name].nullable for name in holding.names)


def test_the_row_that_others_refer_to_goes_last() -> None:
    assert HOLDINGS[-1].subject is Subject.MEMBER
