"""`ilecu articles check`."""

import shutil
from pathlib import Path

from knowledge import packaged_folder
from tests.cli.test_ask import run


def test_articles_that_break_no_rule_are_counted(tmp_path: Path) -> None:
    """`make check` runs the command over the package, phrases and all."""
    shutil.copy(packaged_folder() / "instruments.yaml", tmp_path)
    (tmp_path / "articles").mkdir()
    result = run("articles", "check", str(tmp_path))
    assert (result.exit_code, result.stdout.strip()) == (0, "0 articles keep all rules.")


def test_a_finding_names_file_line_found_and_expected(tmp_path: Path) -> None:
    for name in ("articles", "phrases"):
        shutil.copytree(packaged_folder() / name, tmp_path / name)
    shutil.copy(packaged_folder() / "instruments.yaml", tmp_path)
    article = tmp_path / "articles" / "hot-pursuit.md"
    article.write_text(article.read_text(encoding="utf-8").replace("category: operations", "category: chases"))
    result = run("articles", "check", str(tmp_path))
    assert result.exit_code == 1
    assert f"{article}:4: found category: 'chases'; expected " in result.stdout


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    assert run("articles", "check", str(tmp_path / "gone")).exit_code == 2


def test_the_table_in_the_docs_is_the_one_that_stats_makes() -> None:
    made = run("articles", "stats", "--markdown").stdout
    kept = (Path(__file__).parent.parent.parent / "docs" / "articles.md").read_text(encoding="utf-8")
    assert made == kept, "run: ilecu articles stats --markdown > docs/articles.md"


def test_the_terminal_gets_a_table() -> None:
    assert "75 articles" in run("articles", "stats").stdout
