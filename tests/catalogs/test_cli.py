"""The commands of `ilecu i18n`."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.catalogs.sources import BOT, catalog_path
from bot.cli import create_app
from tests.catalogs.checkouts import edit, translate

GREETING = "Hello, <b>{name}</b>."


@pytest.fixture
def interface(checkout: Path) -> Path:
    """A checkout without articles, so that the real extractor has nothing to read."""
    (checkout / "knowledge/articles/hot-pursuit.md").unlink()
    return checkout


def run(root: Path, *arguments: str) -> Result:
    """Run a command on a checkout."""
    return CliRunner().invoke(create_app(["i18n"]), ["i18n", *arguments, "--root", str(root)])


def prepare(root: Path, *locales: str) -> Path:
    """Extract, and make the catalogs of some locales."""
    assert run(root, "extract").exit_code == 0
    options = [option for locale in locales for option in ("--locale", locale)]
    assert run(root, "update", *options).exit_code == 0
    return root


def test_extract_names_what_it_changed(interface: Path) -> None:
    """And says so when there was nothing to change."""
    assert "changed: locales/bot.pot" in run(interface, "extract").stdout
    assert run(interface, "extract").stdout == "nothing changed\n"


def test_update_makes_the_catalogs_of_new_locales(interface: Path) -> None:
    """Several at once."""
    prepare(interface, "hu", "uk")
    assert (interface / catalog_path("hu", BOT)).is_file()
    assert (interface / catalog_path("uk", BOT)).is_file()


def test_check_passes_without_a_finding(interface: Path) -> None:
    """Nothing on the output, so that it can be piped."""
    result = run(prepare(interface, "hu"), "check")
    assert (result.exit_code, result.stdout) == (0, "")


def test_check_prints_findings_and_fails(interface: Path) -> None:
    """One line each."""
    prepare(interface, "hu")
    translate(interface, "hu", BOT, {GREETING: "Jó napot, <b>{nev}</b>."})
    result = run(interface, "check")
    assert result.exit_code == 1
    assert result.stdout.startswith("locales/hu/LC_MESSAGES/bot.po:")
    assert result.stdout.endswith(f'placeholder in "{GREETING}": found {{nev}}; expected {{name}}\n')


def test_check_passes_with_a_warning(interface: Path) -> None:
    """It is printed all the same."""
    prepare(interface, "hu")
    translate(interface, "hu", BOT, {GREETING: "Jó napot, <b>{name}</b>"})
    result = run(interface, "check")
    assert (result.exit_code, "warning: final punctuation" in result.stdout) == (0, True)


def test_stats_are_shown_as_a_table(interface: Path) -> None:
    """A row for each locale and domain."""
    output = run(prepare(interface, "hu"), "stats").stdout
    assert [word in output for word in ("hu", "bot", "knowledge", "percent")] == [True] * 4


def test_stats_are_printed_as_json(interface: Path) -> None:
    """For a report or a badge."""
    prepare(interface, "hu")
    translate(interface, "hu", BOT, {GREETING: "Jó napot, <b>{name}</b>."})
    assert json.loads(run(interface, "stats", "--json").stdout)[0] == {
        "locale": "hu",
        "domain": "bot",
        "messages": 2,
        "translated": 1,
        "fuzzy": 0,
        "missing": 1,
        "percent": 50.0,
    }


def test_compile_says_what_it_wrote(interface: Path) -> None:
    """Unless it is told to be quiet."""
    prepare(interface, "hu")
    assert "locales/hu/LC_MESSAGES/bot.mo: 0 messages" in run(interface, "compile").stdout
    assert run(interface, "compile", "--quiet").output == ""


def test_compile_says_what_it_left_out_even_when_quiet(interface: Path) -> None:
    """Nobody would miss a translation that is not there."""
    prepare(interface, "hu")
    translate(interface, "hu", BOT, {GREETING: "Jó napot."})
    result = run(interface, "compile", "--quiet")
    assert (result.exit_code, "left out 1 damaged" in result.stderr) == (0, True)


@pytest.mark.parametrize("command", ["update", "stats"])
def test_missing_template_says_what_to_run(interface: Path, command: str) -> None:
    """No traceback."""
    result = run(interface, command)
    assert (result.exit_code, "run `ilecu i18n extract`" in result.stderr) == (1, True)


@pytest.mark.parametrize("command", ["update", "stats", "compile"])
def test_damaged_catalog_is_reported_by_line(interface: Path, command: str) -> None:
    """No traceback."""
    prepare(interface, "hu")
    edit(interface / catalog_path("hu", BOT), 'msgstr[0] ""', 'msgstr[0] "')
    result = run(interface, command)
    assert (result.exit_code, "bot.po:" in result.stderr) == (1, True)


def test_unknown_locale_is_reported(interface: Path) -> None:
    """No traceback."""
    prepare(interface)
    result = run(interface, "update", "--locale", "xx")
    assert (result.exit_code, "found locale 'xx'" in result.stderr) == (1, True)


def test_folder_without_a_checkout_is_reported(tmp_path: Path) -> None:
    """As when the wheel is installed and no sources are there."""
    result = run(tmp_path, "check")
    assert (result.exit_code, "found no checkout" in result.stderr) == (1, True)


def test_checkout_is_taken_from_the_current_folder(interface: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever in it that is."""
    monkeypatch.chdir(interface / "bot")
    assert CliRunner().invoke(create_app(["i18n"]), ["i18n", "extract"]).exit_code == 0
    assert (interface / "locales/bot.pot").is_file()
