"""The Markdown of articles."""

import pytest

from bot.catalogs.findings import Rule
from bot.catalogs.markdown import faults

LINK = "[the manual](https://example.org/manual_(2026))"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param("**Ask first**: call.", "**Спершу спитайте**: телефонуйте.", id="bold"),
        pytest.param("*At once*, not **later**.", "Nu **mai târziu**, ci *imediat*.", id="both, other order"),
        pytest.param("**Never *cross* it**", "**Никада је не *прелази***", id="italic at the end of bold"),
        pytest.param(f"See {LINK}.", "Lásd [a kézikönyvet](https://example.org/manual_(2026)).", id="link"),
        pytest.param("4 * 5", "4 * 5", id="a sign of the English"),
        pytest.param("Plain & simple", "Једноставно & јасно", id="ampersand is text"),
        pytest.param("**H0**: police. **H1**: not for court.", "**H0**: policija. **H1**: nije za sud.", id="two"),
    ],
)
def test_translation_with_the_same_marks_is_right(source: str, text: str) -> None:
    """Word order differs by language; what is marked does not."""
    assert faults(source, text) == []


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        pytest.param("**Ask** first", "Întrebați întâi", "no marks", id="lost"),
        pytest.param("**Ask** first", "**Întrebați* întâi", '1 × *italic*, 1 × single "*"', id="half of a mark"),
        pytest.param("**Ask** first", "*Kérdezz* először", "1 × *italic*", id="italic for bold"),
        pytest.param("**Ask** first", "** Kérdezz** először", '4 × single "*"', id="space inside"),
        pytest.param("Ask first", "**Kérdezz** először", "1 × **bold**", id="added"),
        pytest.param(f"See {LINK}", "Lásd a kézikönyvet", "no marks", id="link lost"),
        pytest.param(
            "[a](https://example.org)",
            "[ა](https://example.org/ka)",
            "1 × link to https://example.org/ka",
            id="other target",
        ),
        pytest.param("[a](https://example.org)", "[a] (https://example.org)", '1 × single "]("', id="space in a link"),
        pytest.param("Ask", "<b>Kérdezz</b>", '2 × single "<"', id="HTML"),
    ],
)
def test_damaged_markup_is_found(source: str, text: str, found: str) -> None:
    """A mark without its other half would be read out as an asterisk."""
    assert [(fault.rule, fault.found) for fault in faults(source, text)] == [(Rule.MARKUP, found)]
