"""Ranges of typed dates."""

import pytest

from bot.dates import read
from tests.dates import meaning, now_in


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("9:30-11:00 12 March", "2027-03-12T09:30..2027-03-12T11:00"),
        ("12 March from 9 to 12", "2027-03-12T09:00..2027-03-12T12:00"),
        ("12 March 9-12h", "2027-03-12T09:00..2027-03-12T12:00"),
        ("12.-14.3.2027", "2027-03-12..2027-03-14"),
        ("12.3.-14.3.2027", "2027-03-12..2027-03-14"),
        ("30.12.-2.1.2028", "2027-12-30..2028-01-02"),
        ("12 March 2027 - 2 April", "2027-03-12..2027-04-02"),
        ("Monday - Friday", "2027-01-25..2027-01-29"),
        ("tomorrow 9:00-10:00", "2027-01-21T09:00..2027-01-21T10:00"),
        ("12-14 March 9:00", "2027-03-12T09:00..2027-03-14 or 2027-03-12..2027-03-14T09:00"),
        ("12 March 9:00 - 14 March 17:00", "2027-03-12T09:00..2027-03-14T17:00"),
        ("14-12 March", "refused"),
        ("12 March 11:00-9:00", "refused"),
        ("12 March 2027 - 14 March 2029", "refused"),
        ("12-14", "refused"),
        ("12 March 9-12", "refused"),
        ("12 - 13 - 14 March", "refused"),
    ],
)
def test_a_range_is_read(text: str, means: str) -> None:
    assert meaning(read(text, now_in("en"), "en")) == means
