"""Words by numbers of their keys."""

from knowledge.word_table import WordTable


def test_a_table_holds_what_its_dictionary_held() -> None:
    table = WordTable.of({"one": "1", "two": "2"})
    assert [table.get(key) for key in ("one", "two", "three")] == ["1", "2", None]
    assert "two" in table
    assert "three" not in table
