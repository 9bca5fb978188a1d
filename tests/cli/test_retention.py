"""`ilecu retention`."""

import asyncio
import datetime as dt
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from bot.cli.retention import register
from bot.clocks import system_clock
from bot.database import Database
from bot.models import Question
from bot.services import audit, retention
from bot.services.periods import Periods
from bot.settings import load_settings
from tests.audit_log import fill, tamper
from tests.conftest import SECRET
from tests.holdings import question


@pytest.fixture(autouse=True)
def installation(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder to run in, with one old question and one new."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ILECU_TOKEN", "123456:plainly-not-a-token")
    monkeypatch.setenv("ILECU_SECRET", SECRET)
    asyncio.run(prepare())


async def prepare() -> None:
    """Make the database."""
    database = Database("sqlite+aiosqlite:///ilecu.db")
    await database.upgrade()
    async with database.session() as session:
        session.add_all(question(7, system_clock() - dt.timedelta(days=days), days) for days in (1, 31))
        await session.commit()
    await database.close()


async def spoil_audit() -> None:
    """Make an audit log and change it."""
    database = Database("sqlite+aiosqlite:///ilecu.db")
    await fill(database, 1)
    await tamper(database, "UPDATE audit_record SET actor = 'cli'")
    await database.close()


async def run_daily() -> None:
    """Do the daily work, as the assistant does."""
    database = Database("sqlite+aiosqlite:///ilecu.db")
    rules = retention.Rules(Periods.of(load_settings()), b"key")
    await retention.run(database, rules, dt.datetime(2026, 11, 24, 3, 0, tzinfo=dt.UTC))
    await database.close()


async def left() -> tuple[list[int | None], int]:
    """Return the questions that are left, and the number of audit records."""
    database = Database("sqlite+aiosqlite:///ilecu.db")
    async with database.session() as session:
        found = [number for number in (1, 2) if await session.get(Question, number)]
        records = (await audit.head(session)).sequence
    await database.close()
    return list(found), records


def run(*arguments: str) -> Result:
    """Run `ilecu retention`."""
    app = typer.Typer()
    register(app)
    app.callback()(lambda: None)
    return CliRunner().invoke(app, ["retention", *arguments])


def test_run_deletes_what_is_kept_too_long() -> None:
    result = run("run")
    assert result.exit_code == 0
    assert (
        " ".join(next(line for line in result.stdout.splitlines() if "questions" in line).split())
        == "│ questions │ 1 │"
    )
    assert asyncio.run(left()) == ([1], 1)


def test_a_dry_run_changes_nothing() -> None:
    result = run("run", "--dry-run")
    assert result.exit_code == 0
    assert "Would be deleted" in result.stdout
    assert "Inactive members to be told: 0" in result.stdout
    assert asyncio.run(left()) == ([1, 2], 0)


@pytest.mark.parametrize("options", [[], ["--dry-run"]])
def test_an_audit_log_that_was_changed_is_told(options: list[str]) -> None:
    asyncio.run(spoil_audit())
    result = run("run", *options)
    assert result.exit_code == 1
    assert "The audit log was changed" in result.stderr


def test_show_tells_the_periods_and_the_last_daily_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ILECU_KEEP_QUESTIONS_DAYS", "12")
    assert "no daily run yet" in run("show").stdout
    asyncio.run(run_daily())
    shown = run("show").stdout
    assert "12 days" in shown
    assert "2 hours" in shown
    assert "last daily run: 2026-11-24 03:00 UTC" in " ".join(shown.split())


def test_a_database_without_tables_needs_an_upgrade(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ILECU_DATABASE_URL", "sqlite+aiosqlite:///other.db")
    result = run("run")
    assert result.exit_code == 2
    assert "ilecu db upgrade" in result.stderr
