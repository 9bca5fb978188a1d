"""E-mail addresses."""

import pytest

from bot.guard import Kind
from tests.guard import kinds, values


@pytest.mark.parametrize(
    "address",
    [
        "sample@example.org",
        "A_B-77+shop@mail.EXAMPLE.com",
        "зразок@приклад.example",
        "sample (at) example.org",
        "sample[at]example[dot]org",
        "minta (kukac) example.org",
        "sample @ example.org",
        "sam\u200bple@example.org",
    ],
)
def test_addresses_are_found_whole(address: str) -> None:
    assert kinds(f"write to {address}, please") == [Kind.EMAIL]
    assert values(f"write to {address}, please") == [address]


@pytest.mark.parametrize(
    "text", ["look at example dot org", "@channel", "five @ 3 euros", "user@host", "a@b.c", "@.com"]
)
def test_other_text_is_no_address(text: str) -> None:
    assert kinds(text) == []
