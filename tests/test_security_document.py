"""What SECURITY.md names as measure or proof is there."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
PATH = re.compile(r"`((?:bot|knowledge|tests|requirements)[\w./-]*)`")


def test_every_file_that_is_named_exists() -> None:
    named = sorted(set(PATH.findall(TEXT)))
    assert len(named) > 50
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_measure_names_where_it_is_and_what_proves_it() -> None:
    rows = [line.split(" | ") for line in TEXT.splitlines() if line.startswith("| ") and "---" not in line]
    measures = [cells for cells in rows if cells[0] != "| measure"]
    assert measures
    assert [cells for cells in measures if len(cells) != 3 or not all("`" in cell for cell in cells[1:])] == []
