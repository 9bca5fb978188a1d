"""`ilecu articles check`."""

import shutil
from pathlib import Path

from knowledge import packaged_folder
from tests.cli.test_ask import run


def test_the_articles_of_the_package_keep_all_rules() -> None:
    result = run("articles", "check")
    assert result.exit_code == 0
    assert "keep all rules" in result.stdout


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
