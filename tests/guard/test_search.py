"""The whole guard: order, overlaps, places, and how its work grows."""

import importlib
import pkgutil
import re
import sys
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot.guard
from bot.guard import Finding, Kind, find
from tests.guard import kinds, values

UNBOUNDED = re.compile(r"[*+]|\{\d*,\}")
NEVER_FAIL = {r"\d+", r"[^\W\d_]+|\d+", r"[IVX]+"}
"""Runs of one class with nothing behind: every character is read once."""
LONGEST = 4096
MOST_STEPS = 60
HOSTILE = [
    *("1", "1 ", "1.", "1-", "12 ", "0", "0 ", "+1", "12.12.", "1985 ", "1 jan 198 ", "07/", "0721555012 "),
    *("tel 12345678 ", "tel 0 1 2 3 4 5 6 7 8 9 ", "RO49 ", "RO49", "A1 ", "A1", "a@", "a.", "(", "P<", "vin 1 "),
    *("4111 1111 1111 1112 ", "1630615123458 ", "born 01.02.1985 ", "BG 123 AB ", "Ab Cd 01.02.1985 "),
    *("passport 12345678 ", "ა1 ", "\u200b1", " ", "."),
]


def steps(text: str) -> int:
    """Count the calls that the guard makes on a text, into Python and C: unlike seconds they are always the same."""
    count = 0

    def notice(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(notice)
    try:
        find(text)
    finally:
        sys.setprofile(None)
    return count


def test_findings_come_in_the_order_of_the_text() -> None:
    text = "dob 3.2.1990, passport BC7654321, tel +381 64 555 0199, car NS-123-AB"
    assert kinds(text) == [Kind.BIRTH_DATE, Kind.PASSPORT, Kind.PHONE, Kind.PLATE]
    assert values(text) == ["3.2.1990", "BC7654321", "+381 64 555 0199", "NS-123-AB"]


def test_places_count_in_the_text_as_it_was_typed() -> None:
    text = "№ 5: 07\u200b21 555 012!"
    assert find(text) == (Finding(Kind.PHONE, 5, len(text) - 1),)


@pytest.mark.parametrize("text", ["", " ", "may I pursue across the border", "\u200b", "🌦️"])
def test_a_text_without_data_has_no_findings(text: str) -> None:
    assert find(text) == ()


@given(st.text(st.sampled_from("0123456789 .-/+@()ABGРСa<\u200b№ ") | st.characters(), max_size=200))
def test_findings_of_any_text_lie_in_it_without_overlaps(text: str) -> None:
    places = [place for finding in find(text) for place in (finding.start, finding.end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


@pytest.mark.parametrize("unit", HOSTILE)
def test_the_work_grows_with_the_text_and_no_faster(unit: str) -> None:
    find(unit * 9)  # loads the phone numbers' metadata
    short, long = (steps((unit * LONGEST)[:length]) for length in (LONGEST // 4, LONGEST))
    assert long <= 4.4 * short + 100
    assert long <= MOST_STEPS * LONGEST


def test_no_pattern_repeats_without_bound() -> None:
    """A bounded repetition costs a bounded number of steps from each place, whatever is behind it."""
    modules = [
        importlib.import_module(f"bot.guard.{module.name}") for module in pkgutil.iter_modules(bot.guard.__path__)
    ]
    patterns = {
        pattern.pattern
        for module in modules
        for value in vars(module).values()
        for pattern in (value if isinstance(value, tuple) else (value,))
        if isinstance(pattern, re.Pattern)
    }
    bare = {pattern: re.sub(r"\[(?:\\.|[^\]\\])*\]", "c", re.sub(r"\\[^\[\]]", "e", pattern)) for pattern in patterns}
    assert len(patterns) > 40
    assert {pattern for pattern, rest in bare.items() if UNBOUNDED.search(rest)} - NEVER_FAIL == set()
