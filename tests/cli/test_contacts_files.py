"""`ilecu contacts import|export|template|packaged`."""

import asyncio
import stat
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from bot.cli.contacts import register
from bot.database import Database
from bot.services.contact_records import Directory
from tests.conftest import SECRET
from tests.contacts import NCB, store, stored, two_countries
from tests.members import recorded


@pytest.fixture(autouse=True)
def installation(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A folder with a database that has three contact points."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ILECU_TOKEN", "123456:plainly-not-a-token")
    monkeypatch.setenv("ILECU_SECRET", SECRET)
    asyncio.run(fill())


async def fill() -> None:
    """Make the database."""
    database = Database("sqlite+aiosqlite:///ilecu.db")
    await database.upgrade()
    await store(database, two_countries())
    await database.close()


def contacts() -> Directory:
    """Return what is stored."""

    async def read() -> Directory:
        database = Database("sqlite+aiosqlite:///ilecu.db")
        try:
            return await stored(database)
        finally:
            await database.close()

    return asyncio.run(read())


def actions() -> list[str]:
    """Return what was recorded after the three contact points and their units."""

    async def read() -> list[str]:
        database = Database("sqlite+aiosqlite:///ilecu.db")
        try:
            return (await recorded(database))[5:]
        finally:
            await database.close()

    return asyncio.run(read())


def run(*arguments: str) -> Result:
    """Run `ilecu contacts`."""
    app = typer.Typer()
    register(app)
    app.callback()(lambda: None)
    return CliRunner().invoke(app, ["contacts", *arguments])


def file(*lines: str) -> str:
    """Write a CSV file; return its name."""
    Path("contacts.csv").write_text("\n".join(lines), encoding="utf-8")
    return "contacts.csv"


@pytest.mark.parametrize("name", ["all.csv", "all.xlsx", "all.vcf"])
def test_an_export_can_be_imported_and_changes_nothing(name: str) -> None:
    assert run("export", name).stdout == f"{name}: 3 rows\n"
    result = run("import", name, "--remove-missing")
    assert (result.exit_code, result.stdout) == (0, "added: 0, changed: 0, removed: 0, unchanged: 5, kept: 0.\n")
    assert stat.S_IMODE(Path(name).stat().st_mode) == 0o600
    assert actions() == ["export"]


def test_an_export_can_be_imported_elsewhere() -> None:
    run("export", "all.csv")
    Path("ilecu.db").unlink()

    async def make() -> None:
        database = Database("sqlite+aiosqlite:///ilecu.db")
        await database.upgrade()
        await database.close()

    asyncio.run(make())
    assert run("import", "all.csv").stdout.endswith("added: 5, changed: 0, removed: 0, unchanged: 0, kept: 0.\n")
    assert contacts() == two_countries()


def test_a_dry_run_shows_old_and_new_and_changes_nothing() -> None:
    name = file("unit,function,hours,emails", "rs-unit,ncb,24/7,", "rs-unit,selec,,a@example.org")
    result = run("import", name, "--dry-run")
    assert result.stdout == (
        "= hu-unit  not in the file, kept\n"
        "= hu-unit/ilecu  not in the file, kept\n"
        "= rs-unit/europol  not in the file, kept\n"
        "~ rs-unit/ncb\n"
        "    hours: Mo-Fr 08:00-16:00 -> 24/7\n"
        "+ rs-unit/selec\n"
        "    emails: (nothing) -> a@example.org\n"
        "    open_on_holidays: (nothing) -> no\n"
        "    visibility: (nothing) -> members\n"
        "added: 1, changed: 1, removed: 0, unchanged: 1, kept: 3. Nothing was changed: this was a dry run.\n"
    )
    assert contacts() == two_countries()
    assert actions() == []


def test_an_import_does_what_the_dry_run_showed() -> None:
    name = file("unit;function;hours", "rs-unit;ncb;24/7")
    shown = run("import", name, "--dry-run", "--remove-missing").stdout.splitlines()
    assert run("import", name, "--remove-missing").stdout.splitlines()[:-1] == shown[:-1]
    assert str(contacts().points[NCB].hours) == "24/7"
    assert list(contacts().units) == ["rs-unit"]
    assert actions() == ["contact_changed"] * 4


def test_a_broken_file_changes_nothing_and_explains_each_line() -> None:
    name = file("unit,function,hours,phones", "rs-unit,ncb,24/7,", "rs-unit,europol,8-16,5", "rs-unit,chief,,")
    result = run("import", name)
    assert result.exit_code == 2
    found = result.stderr.splitlines()
    expected = [
        "contacts.csv: line 3, hours: found '8-16'; expected Mo-Fr 08:00-12:00",
        "contacts.csv: line 3, phones: found '5'; expected an international phone number in use",
        "contacts.csv: line 4, function: found 'chief'; expected one of ilecu, ncb, europol",
        "Nothing was changed. Problems: 3",
    ]
    assert len(found) == len(expected)
    assert all(line.startswith(start) for line, start in zip(found, expected, strict=True))
    assert contacts() == two_countries()
    assert actions() == []


def test_other_peoples_cards_are_taken_for_the_contact_point_that_is_named() -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Front desk\nTEL:+1 202 555 0177\nEND:VCARD\n"
    Path("card.vcf").write_text(card, encoding="utf-8")
    assert "line 1, unit: found ''; expected a key" in run("import", "card.vcf").stderr
    assert run("import", "card.vcf", "--unit", "rs-unit", "--function", "ncb").exit_code == 0
    assert [phone.value for phone in contacts().points[NCB].phones] == ["+12025550177"]
    assert contacts().points[NCB].hours is not None


def test_a_template_has_the_columns_and_can_be_imported() -> None:
    for name in ("empty.csv", "empty.xlsx"):
        assert run("template", name).exit_code == 0
        assert "kept: 5" in run("import", name).stdout
    assert "found a vCard file" in run("template", "empty.vcf").stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["import", "missing.csv"], "missing.csv: No such file or directory"),
        (["import", "contacts.doc"], "found 'contacts.doc'; expected a file that ends in .csv, .xlsx, .vcf"),
        (["export", "contacts.doc"], "expected a file that ends in .csv, .xlsx, .vcf"),
        (["template", "contacts.doc"], "expected a file that ends in .csv, .xlsx, .vcf"),
        (["export", "ilecu.db.csv/x.csv"], "ilecu.db.csv/x.csv: No such file or directory"),
    ],
)
def test_what_cannot_be_done_is_explained(arguments: list[str], message: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert actions() == []


def test_no_file_is_overwritten_by_accident() -> None:
    Path("all.csv").write_text("kept", encoding="utf-8")
    for command in ("export", "template"):
        assert "all.csv: found a file; expected none, or --force" in run(command, "all.csv").stderr
    assert Path("all.csv").read_text(encoding="utf-8") == "kept"
    assert run("export", "all.csv", "--force").exit_code == 0


def test_a_database_without_tables_needs_an_upgrade() -> None:
    Path("ilecu.db").unlink()
    assert "run `ilecu db upgrade`" in run("export", "all.csv").stderr


def test_public_units_are_added_once() -> None:
    result = run("packaged")
    assert "+ rs-umops/ncb" in result.stdout
    assert result.stdout.endswith("changed: 0, removed: 0, unchanged: 0, kept: 0.\n")
    assert run("packaged").stdout == "added: 0, changed: 0, removed: 0, unchanged: 0, kept: 0.\n"
