"""A broadcast from Budapest in two languages, at night in Tbilisi; made once (`tests.e2e.broadcast_walk`)."""

import asyncio
import csv
import io

import pytest

from bot.i18n import Languages, own_name
from tests.e2e.broadcast_walk import COUNTRIES, EVENING, TEXTS, BroadcastWalk
from tests.e2e.conftest import Words
from tests.e2e.stage import stage

pytestmark = pytest.mark.e2e

ARRIVED = [
    pytest.param("officer-chisinau", "ro", "en", "2027-03-09 19:30", id="Chișinău"),
    pytest.param("officer-belgrade", "sr", "en", "2027-03-09 18:30", id="Belgrade"),
    pytest.param("officer-tbilisi", "ka", "ka", "2027-03-10 07:00", id="Tbilisi"),  # when the quiet hours end
]


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> BroadcastWalk:
    """Go through the broadcast."""

    async def play() -> BroadcastWalk:
        async with stage(tmp_path_factory.mktemp("broadcast"), EVENING) as found:
            walk = BroadcastWalk(found)
            await walk.play()
            return walk

    return asyncio.run(play())


def test_the_audience_is_counted_by_language(walk: BroadcastWalk, words: Words, languages: Languages) -> None:
    total = languages.translator("hu").ngettext("{count} member gets it", "{count} members get it", len(COUNTRIES))
    fallback = words("hu", "{language}: {count}, in {other}")
    for name in ("audience", "check"):
        assert total.format(count=len(COUNTRIES)) in walk.text(name)
        assert words("hu", "{language}: {count}").format(language=own_name("ka"), count=1) in walk.text(name)
        for locale in ("ro", "sr"):
            line = fallback.format(language=own_name(locale), count=1, other=own_name("en"))
            assert line in walk.text(name)


@pytest.mark.parametrize(("locale", "written"), [("ka", "ka"), ("sr", "en")])
def test_the_preview_is_what_the_receiver_gets(walk: BroadcastWalk, locale: str, written: str) -> None:
    key = {"ka": "officer-tbilisi", "sr": "officer-belgrade"}[locale]
    (received,) = walk.stage.player(key).heard
    assert walk.text(f"preview in {locale}") == received.text
    assert TEXTS[written] in received.text


@pytest.mark.parametrize(("key", "locale", "written", "at"), ARRIVED)
def test_it_comes_once_in_ones_language_and_not_at_night(
    walk: BroadcastWalk, words: Words, key: str, locale: str, written: str, at: str
) -> None:
    (received,) = walk.stage.player(key).heard
    assert received.at == at
    assert received.text.startswith(words(locale, "Message from the coordinators"))
    mark = words(locale, "There is no text in your language, so this one is in: {language}")
    assert (mark.format(language=own_name("en")) in received.text) == (written == "en")


def test_who_was_not_chosen_gets_nothing(walk: BroadcastWalk) -> None:
    assert walk.stage.player("translator-kyiv").heard == []


def test_a_confirmed_message_says_so_on_ones_own_clock(walk: BroadcastWalk, languages: Languages) -> None:
    for key, locale, clock in (("officer-tbilisi", "ka", "07:00"), ("officer-chisinau", "ro", "05:00")):
        markup = walk.screens[f"confirmed by {key}"]["reply_markup"]
        label = markup["inline_keyboard"][0][0]["text"]
        begins, _, _ = languages.translator(locale).gettext("✓ Read on {moment}").partition("{")
        assert label.startswith(begins)
        assert label.endswith(clock)


def test_the_report_counts_who_has_read_it(walk: BroadcastWalk, words: Words) -> None:
    assert words("hu", "Sent: {count}").format(count=3) in walk.text("report")
    assert words("hu", "Read and confirmed: {count}").format(count=2) in walk.text("report")


def test_the_table_says_who_got_what_and_has_read_it(walk: BroadcastWalk) -> None:
    rows = list(csv.DictReader(io.StringIO(walk.table.decode("utf-8-sig"))))
    assert {(row["country"], row["language"], row["outcome"], row["read_at"][:16]) for row in rows} == {
        ("GE", "ka", "sent", "2027-03-10T03:00"),
        ("MD", "en", "sent", "2027-03-10T03:00"),
        ("RS", "en", "sent", ""),
    }


def test_a_recall_takes_it_out_of_every_chat(walk: BroadcastWalk, words: Words) -> None:
    assert words("hu", "recalled") in walk.text("recalled")
    assert not any(walk.is_there(player) for player in walk.receivers)
