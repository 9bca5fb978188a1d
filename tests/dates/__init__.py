"""Tests of typed dates."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.dates import Ambiguous, Length, NotUnderstood, Now, Understood, When
from bot.times import zone

DATA = Path(__file__).parent.parent / "data" / "dates"
ZONES = {
    "en": "Europe/Budapest",
    "hu": "Europe/Budapest",
    "ka": "Asia/Tbilisi",
    "mk": "Europe/Skopje",
    "ro": "Europe/Bucharest",
    "sr": "Europe/Belgrade",
    "sr_Latn": "Europe/Belgrade",
    "uk": "Europe/Kyiv",
}


def now_in(locale: str, clock: str = "2027-01-20T10:00") -> Now:
    """Return a present of an officer with this language: a Wednesday, unless the clock says otherwise."""
    place = zone(ZONES[locale])
    return Now(dt.datetime.fromisoformat(clock).replace(tzinfo=place), place)


def collected(file: str) -> Iterator[dict[str, Any]]:
    """Yield what a file of collected texts holds."""
    yield from map(json.loads, (DATA / file).read_text(encoding="utf-8").splitlines())


def expected(entry: dict[str, Any]) -> str:
    """Return what a collected text means, as `meaning` writes it."""
    if "refused" in entry:
        return "refused"
    if "candidates" in entry:
        return " or ".join(entry["candidates"])
    return "..".join(entry[key] for key in ("start", "end", "duration") if key in entry)


def meaning(reading: Understood[When | Length] | Ambiguous[When | Length] | NotUnderstood) -> str:
    """Write out what was understood."""
    if isinstance(reading, Understood):
        return str(reading.value)
    return " or ".join(map(str, reading.candidates)) if isinstance(reading, Ambiguous) else "refused"
