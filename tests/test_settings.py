"""Settings: where they come from, and what a bad one says."""

from pathlib import Path

import pytest

from bot.settings import PREFIX, Settings, SettingsError, load_settings
from tests.conftest import SECRET

TOKEN = "123456:plainly-not-a-token"
EMPTY = {"None": "", "frozenset()": "[]"}


@pytest.fixture(autouse=True)
def clean(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings but those of the test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ILECU_SECRETS_DIR", str(tmp_path))
    monkeypatch.delenv("ILECU_TOKEN", raising=False)
    monkeypatch.setenv("ILECU_SECRET", SECRET)


def test_a_missing_token_is_named() -> None:
    with pytest.raises(SettingsError, match="ILECU_TOKEN: field required"):
        load_settings()


def test_the_environment_wins_over_the_file_and_the_file_over_a_secret(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text(f"ILECU_TOKEN={TOKEN}\nILECU_PAGE_SIZE=5\nILECU_CONCURRENCY=7\n")
    (tmp_path / "ILECU_CONCURRENCY").write_text("9")
    (tmp_path / "ILECU_INLINE_RESULTS").write_text("11\n")
    monkeypatch.setenv("ILECU_PAGE_SIZE", "6")
    settings = load_settings()
    assert (settings.page_size, settings.concurrency, settings.inline_results) == (6, 7, 11)


def test_a_docker_secret_gives_the_token(tmp_path: Path) -> None:
    (tmp_path / "ILECU_TOKEN").write_text(f"{TOKEN}\n")
    assert load_settings().token.get_secret_value() == TOKEN


@pytest.mark.parametrize("address", ["sqlite+aiosqlite:///ilecu.db", "postgresql+asyncpg://ilecu@db.example.org/ilecu"])
def test_both_databases_are_accepted(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("ILECU_TOKEN", TOKEN)
    monkeypatch.setenv("ILECU_DATABASE_URL", address)
    assert load_settings().database_url == address


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PAGE_SIZE", "many"),
        ("PAGE_SIZE", "0"),
        ("CONCURRENCY", "1000"),
        ("API_URL", "example.org"),
        ("API_URL", "ftp://example.org"),
        ("DATABASE_URL", "mysql://example.org"),
        ("LOG_LEVEL", "loud"),
        ("TOKEN", "short"),
        ("SECRET", "short"),
    ],
)
def test_a_bad_value_is_named_and_not_shown(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv("ILECU_TOKEN", TOKEN)
    monkeypatch.setenv(PREFIX + name, value)
    with pytest.raises(SettingsError, match=f"{PREFIX}{name}: ") as caught:
        load_settings()
    assert name not in {"TOKEN", "SECRET"} or value not in str(caught.value)


def test_a_misspelt_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ILECU_TOKN", TOKEN)
    with pytest.raises(SettingsError, match="ILECU_TOKN: no such setting"):
        load_settings()


def test_a_misspelt_line_of_the_file_is_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"ILECU_TOKEN={TOKEN}\nILECU_PAGESIZE=5\n")
    with pytest.raises(SettingsError, match="ILECU_PAGESIZE"):
        load_settings()


def test_a_secrets_folder_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ILECU_SECRETS_DIR", "no-such-folder")
    with pytest.raises(SettingsError, match="ILECU_SECRETS_DIR"):
        load_settings()


def test_the_token_is_not_shown_by_accident(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ILECU_TOKEN", TOKEN)
    assert TOKEN not in repr(load_settings())


def test_the_example_lists_every_setting_with_its_default() -> None:
    lines = (Path(__file__).parent.parent / ".env.example").read_text().splitlines()
    listed = dict(line.lstrip("#").split("=", 1) for line in lines if line.lstrip("#").startswith(PREFIX))
    defaults = {
        PREFIX + name.upper(): ""
        if field.is_required()
        else EMPTY.get(str(field.default), str(field.default).rstrip("/"))
        for name, field in Settings.model_fields.items()
    }
    assert listed == defaults
