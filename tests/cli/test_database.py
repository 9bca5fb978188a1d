"""`ilecu db upgrade`, and commands that cannot start."""

import sqlite3
from pathlib import Path

import pytest

from bot import cli
from tests.cli.test_ask import run
from tests.conftest import SECRET


def test_upgrade_makes_the_tables(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ILECU_TOKEN", "123456:plainly-not-a-token")
    monkeypatch.setenv("ILECU_SECRET", SECRET)
    assert run("db", "upgrade").exit_code == 0
    with sqlite3.connect(tmp_path / "ilecu.db") as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    connection.close()
    assert {"member", "question", "feedback"} <= tables


@pytest.mark.parametrize("command", [["run"], ["db", "upgrade"]])
def test_a_command_that_cannot_start_names_the_setting(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ILECU_SECRETS_DIR", str(tmp_path))
    monkeypatch.setattr("sys.argv", ["ilecu", *command])
    with pytest.raises(SystemExit) as caught:
        cli.main()
    assert caught.value.code == 2
    assert "ILECU_TOKEN: field required" in capsys.readouterr().err
