"""What is written into any kind of file is read again as it was, and no kind changes what it says."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from bot.services.contact_files.formats import SUFFIXES, read_file, written
from bot.services.contact_files.tables import MAX_BYTES, FileProblemsError
from bot.services.contact_records import Directory
from bot.services.contact_rows import read_rows, rows_of
from tests.contacts import directories, directory, two_countries, unit


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(wanted=directories())
@settings(max_examples=40)
def test_a_file_says_what_was_written(wanted: Directory, suffix: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("files") / f"contacts{suffix}"
    file.write_bytes(written(file, rows_of(wanted)))
    assert read_rows(read_file(file), Directory(), frozenset()) == (wanted, ())


@pytest.mark.parametrize("suffix", [*SUFFIXES, ".CSV"])
def test_a_unit_without_contact_points_is_not_lost(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"contacts{suffix}"
    wanted = directory(*two_countries().units.values(), unit("mk-unit", "MK"))
    file.write_bytes(written(file, rows_of(wanted)))
    assert read_rows(read_file(file), Directory(), frozenset()) == (wanted, ())


def test_other_kinds_of_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileProblemsError, match="found 'contacts.xls'; expected a file that ends in .csv, .xlsx, .vcf"):
        read_file(tmp_path / "contacts.xls")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_files_that_are_too_large_are_not_read(suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"contacts{suffix}"
    with file.open("wb") as target:
        target.truncate(MAX_BYTES + 1)
    with pytest.raises(FileProblemsError, match=f"line 1: found {MAX_BYTES + 1} bytes; expected at most {MAX_BYTES}"):
        read_file(file)
