"""`ilecu admin`."""

import asyncio
import re
from pathlib import Path

import pytest
import typer
from sqlmodel import select
from typer.testing import CliRunner, Result

from bot.cli.admin import register
from bot.clocks import system_clock
from bot.database import Database
from bot.models import AuditRecord, Channel
from bot.services import invitations, people
from bot.services.actors import Actor
from bot.services.invitations import Redeemed, Refusal
from bot.services.keys import installation_key
from bot.services.permissions import access_of
from tests.conftest import SECRET

TOKEN = "123456:plainly-not-a-token"


@pytest.fixture(autouse=True)
def installation(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder with an empty database, and a wide terminal."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ILECU_TOKEN", TOKEN)
    monkeypatch.setenv("ILECU_SECRET", SECRET)
    monkeypatch.setenv("COLUMNS", "160")
    asyncio.run(opened())


async def opened() -> Database:
    """Return the database of the folder, up to date."""
    database = Database("sqlite+aiosqlite:///ilecu.db")
    await database.upgrade()
    await database.close()
    return database


def run(*arguments: str) -> Result:
    """Run `ilecu admin`."""
    app = typer.Typer()
    register(app)
    app.callback()(lambda: None)
    return CliRunner().invoke(app, ["admin", *arguments])


def actions() -> list[tuple[str, str]]:
    """Return who did what, as the audit log has it."""

    async def read() -> list[tuple[str, str]]:
        database = Database("sqlite+aiosqlite:///ilecu.db")
        try:
            async with database.session() as session:
                found = await session.exec(select(AuditRecord).order_by("sequence"))
                return [(record.actor, str(record.action)) for record in found]
        finally:
            await database.close()

    return asyncio.run(read())


def redeem(token: str, chat_id: int = 7) -> Redeemed | Refusal:
    """Let a chat bring a token, as the assistant of this installation does."""

    async def bring() -> Redeemed | Refusal:
        database = Database("sqlite+aiosqlite:///ilecu.db")
        try:
            async with database.session() as session:
                now = system_clock()
                member = await people.enrol(session, Channel.TELEGRAM, chat_id, now)
                access = await access_of(session, Channel.TELEGRAM, chat_id)
                actor = Actor(access, now, installation_key(SECRET))
                outcome = await invitations.redeem(session, member, token, actor)
                await session.commit()
                return outcome
        finally:
            await database.close()

    return asyncio.run(bring())


def test_the_first_administrator_is_made_from_nothing() -> None:
    result = run("grant", "7", "administrator", "--country", "rs", "--unit", "Unit of the example")
    assert (result.exit_code, result.stdout) == (0, "7: is administrator from now on.\n")
    shown = run("members").stdout
    assert re.search(r"7 .*RS .*Unit of the example .*administrator .*yes", shown)
    assert "members: 1" in shown
    assert actions() == [("cli", "role_granted")]


def test_a_role_given_twice_is_said_to_be_there() -> None:
    run("grant", "7", "coordinator", "--scope", "RS")
    assert run("grant", "7", "coordinator", "--scope", "RS").stdout == "7: is coordinator:RS already.\n"
    assert len(actions()) == 1


def test_a_member_is_not_moved_to_another_country() -> None:
    run("grant", "7", "officer", "--country", "HU")
    result = run("grant", "7", "officer", "--country", "RS")
    assert result.exit_code == 2
    assert "7: is a member for another country or unit; `ilecu admin remove` them first." in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["grant", "7", "officer", "--scope", "RS"], "officer: found the scope 'RS'; expected none"),
        (["grant", "7", "coordinator", "--scope", "mk"], "expected one of HU, RO, MD, GE, MK, RS, UA, or none"),
        (["grant", "7", "officer", "--unit", " "], "--unit: expected a name of at most 120 characters"),
        (["grant", "7", "chief"], "'chief'"),
        (["grant", "0", "officer"], "Invalid value"),
        (["invite", "--role", "chief"], "--role: found 'chief'; expected one of officer, coordinator"),
        (["invite", "--role", "translator:RS"], "expected a locale such as mk or sr_Latn, or none for all"),
        (["invite", "--role", "officer", "--days", "31"], "'--days'"),
        (["invite", "--role", "officer", "--uses", "0"], "'--uses'"),
        (["invite"], "Missing option '--role'"),
        (["revoke", "7", "officer"], "7: nobody is known by this chat; `ilecu admin members` lists who is."),
        (["remove", "7"], "7: nobody is known by this chat"),
        (["uninvite", "7"], "7: there is no such invitation; `ilecu admin invitations` lists them."),
    ],
)
def test_an_error_says_what_was_expected_and_changes_nothing(arguments: list[str], message: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in re.sub(r"\s*│?\n│?\s*", " ", result.stderr)
    assert "members: 0" in run("members").stdout
    assert actions() == []


def test_a_role_is_taken() -> None:
    run("grant", "7", "officer")
    run("grant", "7", "curator")
    assert run("revoke", "7", "curator").stdout == "7: is curator no longer.\n"
    assert "7: is not curator" in run("revoke", "7", "curator").stdout
    assert "curator" not in run("members").stdout


def test_somebody_who_leaves_is_no_member() -> None:
    run("grant", "7", "officer")
    assert run("remove", "7").stdout == "7: is a member no longer.\n"
    assert run("remove", "7").stdout == "7: was not a member.\n"
    assert "members: 0" in run("members").stdout
    assert actions() == [("cli", "role_granted"), ("cli", "member_removed")]


@pytest.mark.parametrize("arguments", [["remove", "7"], ["revoke", "7", "administrator"]])
def test_the_last_administrator_stays(arguments: list[str]) -> None:
    run("grant", "7", "administrator")
    result = run(*arguments)
    assert result.exit_code == 2
    assert "7: is the last administrator; make another one first" in result.stderr
    assert "members: 1" in run("members").stdout


def test_an_invitation_is_printed_once_and_lets_somebody_in() -> None:
    result = run("invite", "--role", "officer", "--role", "coordinator:RS", "--country", "RS", "--unit", "Example")
    assert re.fullmatch(r"i_[A-Za-z0-9_-]{43}\n", result.stdout)
    assert "Invitation 1, valid until" in result.stderr
    token = result.stdout.strip()
    shown = run("invitations").stdout
    assert token not in shown
    assert re.search(r"1 .*coordinator:RS|officer .*RS .*Example .*1 .*command line", shown)
    assert isinstance(redeem(token), Redeemed)
    assert "open: 0" in run("invitations").stdout
    assert "coordinator:RS" in run("members").stdout


def test_an_invitation_is_taken_back() -> None:
    token = run("invite", "--role", "officer", "--uses", "3", "--days", "1").stdout.strip()
    assert "open: 1" in run("invitations").stdout
    assert run("uninvite", "1").stdout == "Invitation 1 was revoked.\n"
    assert run("uninvite", "1").stdout == "Invitation 1 was revoked before.\n"
    assert redeem(token) is Refusal.REVOKED
    assert "open: 0" in run("invitations").stdout


def test_what_people_are_called_is_no_markup() -> None:
    run("grant", "7", "officer", "--unit", "[bold]Unit[/bold] [/]")
    assert "[bold]Unit[/bold] [/]" in run("members").stdout


@pytest.mark.parametrize("command", [["members"], ["grant", "7", "administrator"], ["invite", "--role", "officer"]])
def test_a_database_without_tables_needs_an_upgrade(command: list[str]) -> None:
    Path("ilecu.db").unlink()
    result = run(*command)
    assert result.exit_code == 2
    assert "run `ilecu db upgrade`" in result.stderr
