"""Placeholders."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.catalogs.findings import Rule
from bot.catalogs.placeholders import faults, is_compatible, optional_names, placeholders


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("Phone: {phone}", "Telefon: {phone}", id="same"),
        pytest.param("{unit} calls {other}", "{other}: apel de la {unit}", id="other order"),
        pytest.param("{name} and {name}", "{name} és társa", id="less often"),
        pytest.param("{total:,} files", "{total:,} файлів", id="same format"),
        pytest.param("{unit!s}", "{unit!s}", id="same conversion"),
        pytest.param("{} of {}", "{} з {}", id="by position"),
        pytest.param("Write {{name}}", "Пиши {{name}}", id="doubled braces are text"),
        pytest.param("{hit.title} in {hit[id]}", "{hit[id]}: {hit.title}", id="attribute and index"),
        pytest.param("a } b", "а } б", id="English that is no format"),
        pytest.param("No placeholder", "ჩასანაცვლებელი არ არის", id="none"),
    ],
)
def test_translation_with_the_same_placeholders_is_right(source: str, text: str) -> None:
    """Order and number of times are free."""
    assert faults(source, text) == []


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        pytest.param("Phone: {phone}", "Telefon:", "none", id="lost"),
        pytest.param("Phone: {phone}", "Telefon: {telefon}", "{telefon}", id="renamed"),
        pytest.param("Phone: {phone}", "Телефон: {рhone}", "{рhone}", id="Cyrillic letter in the name"),
        pytest.param("Phone: {phone}", "Telefon: { phone }", "{ phone }", id="spaces in the name"),
        pytest.param("Phone: {phone}", "Telefon: {phone} {fax}", "{fax} {phone}", id="added"),
        pytest.param("No phone", "{phone} nincs", "{phone}", id="added to none"),
        pytest.param("{total:,}", "{total}", "{total}", id="format lost"),
        pytest.param("{unit!r}", "{unit!s}", "{unit!s}", id="other conversion"),
        pytest.param("{} of {}", "{}", "{0}", id="one of two positions"),
        pytest.param(
            "Phone: {phone}", "Telefon: {phone", "damaged braces (expected '}' before end of string)", id="not closed"
        ),
        pytest.param(
            "Phone: {phone}",
            "Telefon: phone}",
            "damaged braces (Single '}' encountered in format string)",
            id="not opened",
        ),
        pytest.param("{} of {}", "{1} {}", "damaged braces (both {} and {0})", id="both ways of counting"),
        pytest.param("Write {{name}}", "Пиши {name}", "{name}", id="doubled braces made single"),
        pytest.param("a } b", "а б", "''", id="brace of no format lost"),
    ],
)
def test_damaged_placeholder_is_found(source: str, text: str, found: str) -> None:
    """Each of these would raise or lose a value when the text is filled in."""
    assert [(fault.rule, fault.found) for fault in faults(source, text)] == [(Rule.PLACEHOLDER, found)]


def test_fault_says_what_is_expected() -> None:
    """All placeholders are listed, so that they can be copied."""
    assert faults("{a} {b:,}", "{a}")[0].expected == "{a} {b:,}"


@pytest.mark.parametrize(
    ("singular", "plural", "names"),
    [
        pytest.param("{count} article", "{count} articles", {"count"}, id="count in both"),
        pytest.param("One article", "{total} articles", {"total"}, id="in one only"),
        pytest.param("{n} article on {topic}", "{n} articles on {topic}", {"n"}, id="the other one stays"),
        pytest.param("{count", "{count}", set(), id="damaged English"),
    ],
)
def test_form_for_one_number_may_leave_the_number_out(singular: str, plural: str, names: set[str]) -> None:
    """Only what carries the number is optional."""
    assert optional_names(singular, plural) == names


@pytest.mark.parametrize(
    ("msgid", "msgstr", "plural", "fits"),
    [
        pytest.param("Phone: {phone}", "ტელეფონი: {phone}", None, True, id="same"),
        pytest.param("Phone: {phone}", "ტელეფონი: {ტელეფონი}", None, False, id="renamed"),
        pytest.param("One hit", "{count} találat", "{count} hits", True, id="plural form"),
        pytest.param("{count} hit", "Egy találat", "{count} hits", True, id="singular in words"),
        pytest.param("{count} hit", "{broj} pogodak", "{count} hits", False, id="renamed in a plural form"),
        pytest.param("{count} hit in {file}", "{count} találat", "{count} hits in {file}", False, id="not the number"),
    ],
)
def test_message_is_shown_only_if_it_can_be_filled_in(
    msgid: str, msgstr: str, plural: str | None, *, fits: bool
) -> None:
    """What the assistant asks before it shows a translation."""
    assert is_compatible(msgid, msgstr, plural) is fits


@given(st.text(alphabet="{}ab!: 0"))
def test_compatible_translation_never_raises_when_filled_in(msgstr: str) -> None:
    """The promise that `is_compatible` makes, for any text."""
    if is_compatible("{a}", msgstr):
        assert "x" in msgstr.format(a="x")


def test_placeholders_are_told_by_name() -> None:
    """Conversion and format are no part of the name."""
    assert {placeholder.name for placeholder in placeholders("{a} {b!r} {c:>3}")} == {"a", "b", "c"}
