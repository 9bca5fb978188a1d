"""Typed dates in pieces."""

import pytest

from bot.dates.lexer import UnknownPieceError, pieces
from bot.dates.symbols import Kind, Symbol


def letters(text: str, locale: str = "en") -> list[str]:
    """Return the kinds that each piece may have."""
    return ["".join(symbol.kind for symbol in alternatives) for alternatives in pieces(text, locale)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("12.3.2027", ["D"]),
        ("2027. 03. 12.", ["D"]),
        ("2027-03-12T09:30:00", ["D", "C"]),
        ("12.3.", ["d"]),
        ("12.03", ["dC"]),
        ("12.30", ["C"]),
        ("3/4", ["dd"]),
        ("12/3/2027", ["DD"]),
        ("March 12. 9:30", ["M", "n", "C"]),
        ("12-14 March", ["n", "-", "n", "M"]),
        ("12–14.3.2027", ["n", "-", "D"]),
        ("10 a.m.", ["n", "A"]),
        ("12th", ["n", "q"]),
        ("march-april", ["M", "-", "M"]),
        ("2027", ["y"]),
        ("", []),
    ],
)
def test_a_text_has_pieces(text: str, kinds: list[str]) -> None:
    assert letters(text) == kinds


def test_in_hungarian_the_month_comes_first() -> None:
    assert pieces("03.12.", "hu") == [(Symbol(Kind.DAY_MONTH, (3, 12)), Symbol(Kind.DAY_MONTH, (12, 3)))]


def test_a_georgian_ending_is_the_end_of_a_range() -> None:
    assert letters("12 მარტიდან 14 მარტამდე", "ka") == ["n", "M", "-", "n", "M", "q"]


@pytest.mark.parametrize(
    ("text", "piece"), [("12 Smarch", "smarch"), ("12 #", "#"), ("12345", "1"), ("5 xyz-march", "xyz")]
)
def test_an_unknown_piece_is_named(text: str, piece: str) -> None:
    with pytest.raises(UnknownPieceError) as raised:
        pieces(text, "en")
    assert raised.value.piece in {piece, "12345"}
