"""`ilecu audit`."""

import asyncio
import datetime as dt
import json
import stat
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest
import typer
from typer.testing import CliRunner, Result

from bot.cli.audit import register
from bot.database import Database
from bot.services import audit
from tests.audit_log import fill, head_of, tamper
from tests.conftest import NOW, SECRET

Found = TypeVar("Found")


@pytest.fixture(autouse=True)
def installation(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty folder to run in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ILECU_TOKEN", "123456:plainly-not-a-token")
    monkeypatch.setenv("ILECU_SECRET", SECRET)


@pytest.fixture
def noted(installation: None) -> str:
    """A log of five records; its head."""
    in_database(lambda database: fill(database, 5))
    return str(in_database(head_of))


def in_database(work: Callable[[Database], Awaitable[Found]]) -> Found:
    """Do something in the database of the folder."""

    async def opened() -> Found:
        database = Database("sqlite+aiosqlite:///ilecu.db")
        await database.upgrade()
        try:
            return await work(database)
        finally:
            await database.close()

    return asyncio.run(opened())


async def prune(database: Database) -> None:
    """Delete the first three records of the log."""
    async with database.session() as session:
        await audit.prune(session, NOW + dt.timedelta(days=3), NOW)
        await session.commit()


def run(*arguments: str) -> Result:
    """Run `ilecu audit`."""
    app = typer.Typer()
    register(app)
    app.callback()(lambda: None)
    return CliRunner().invoke(app, ["audit", *arguments])


def test_an_unbroken_log_is_counted_and_its_head_is_printed(noted: str) -> None:
    result = run("verify")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:2] == ["records: 5", f"head: {noted}"]
    assert "The log is unbroken." in result.stdout


def test_the_first_broken_record_is_named(noted: str) -> None:
    in_database(lambda database: tamper(database, "UPDATE audit_record SET actor = 'cli' WHERE sequence > 2"))
    result = run("verify")
    assert result.exit_code == 1
    assert "records: 2\n" in result.stdout
    assert "record 3 is missing or not as it was written" in result.stderr
    assert "unbroken" not in result.stdout


def test_a_tail_cut_off_is_found_by_the_head_that_was_noted(noted: str) -> None:
    assert run("verify", "--noted", noted).exit_code == 0
    in_database(lambda database: tamper(database, "DELETE FROM audit_record WHERE sequence > 3"))
    result = run("verify", "--noted", noted)
    assert result.exit_code == 1
    assert "record 4 is missing" in result.stderr


def test_a_noted_head_that_is_no_longer_kept_proves_nothing(noted: str) -> None:
    in_database(prune)
    result = run("verify", "--noted", f"2:{'0' * 64}")
    assert result.exit_code == 2
    assert "Record 2 is no longer kept" in result.stderr
    assert "unbroken" not in result.stdout


def test_a_noted_head_that_cannot_be_read_is_refused(noted: str) -> None:
    result = run("verify", "--noted", "5")
    assert result.exit_code == 2
    assert "--noted: expected a number, a colon and 64 hexadecimal digits" in result.stderr


def test_head_prints_what_verify_takes(noted: str) -> None:
    assert run("head").stdout == f"{noted}\n"


def test_an_export_is_one_object_a_line_and_its_own_last_record(noted: str, tmp_path: Path) -> None:
    assert run("export", "audit.jsonl").stdout == "audit.jsonl: 6 records\n"
    lines = [json.loads(line) for line in (tmp_path / "audit.jsonl").read_text().splitlines()]
    assert [line["sequence"] for line in lines] == [1, 2, 3, 4, 5, 6]
    assert (lines[-1]["actor"], lines[-1]["action"]) == ("cli", "export")
    assert str(in_database(head_of)) == f"6:{lines[-1]['hash']}"


def test_only_the_owner_can_read_an_export(noted: str, tmp_path: Path) -> None:
    run("export", "audit.jsonl")
    assert stat.S_IMODE((tmp_path / "audit.jsonl").stat().st_mode) == 0o600


def test_an_export_overwrites_a_file_only_when_told_to(noted: str, tmp_path: Path) -> None:
    target = tmp_path / "audit.jsonl"
    target.write_text("kept\n")
    refused = run("export", "audit.jsonl")
    assert (refused.exit_code, target.read_text()) == (2, "kept\n")
    assert "audit.jsonl: found a file; expected none, or --force" in refused.stderr
    assert str(in_database(head_of)) == noted
    assert run("export", "audit.jsonl", "--force").exit_code == 0
    assert len(target.read_text().splitlines()) == 6


def test_an_export_that_cannot_be_written_says_why(noted: str) -> None:
    result = run("export", "gone/audit.jsonl")
    assert result.exit_code == 2
    assert "gone/audit.jsonl: No such file or directory" in result.stderr


@pytest.mark.parametrize("arguments", [["verify"], ["head"], ["export", "audit.jsonl"]])
def test_a_database_without_a_log_needs_an_upgrade(arguments: list[str], tmp_path: Path) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "run `ilecu db upgrade`" in result.stderr
    assert not (tmp_path / "audit.jsonl").exists()
