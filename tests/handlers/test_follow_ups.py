"""/remind in the chat, and the time limits of articles."""

import pytest

from bot.callbacks import FinishFollowUp, FollowDeadline, SnoozeFollowUp
from tests.chat import Person


async def test_a_follow_up_is_set_listed_and_done(administrator: Person) -> None:
    made = await administrator.asks("/remind 3d reply from partner, ref 12/2026")
    assert made["text"] == "🔔 I will remind you on 27 November 2026, 09:00:\n\nreply from partner, ref 12/2026"
    listing = await administrator.asks("/remind")
    assert "27 November 2026, 09:00\nreply from partner, ref 12/2026" in listing["text"]
    empty, notice = await administrator.presses(listing, FinishFollowUp(1).pack())
    assert notice["text"] == "Noted as done."
    assert empty["text"].startswith("You wait for nothing.")


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("/remind soonish reply", "I do not understand “soonish” as a time."),
        ("/remind 3d", "Write what you wait for behind the time."),
        ("/remind 1.1.2020 reply", "This time has passed."),
        ("/remind 31.2.2027 reply", "There is no such time."),
    ],
)
async def test_what_is_not_taken_is_explained(administrator: Person, typed: str, text: str) -> None:
    assert (await administrator.asks(typed))["text"].startswith(text)
    assert (await administrator.asks("/remind"))["text"].startswith("You wait for nothing.")


async def test_personal_data_set_no_follow_up(administrator: Person) -> None:
    await administrator.says("/remind 3d write to nobody@example.org")
    assert (await administrator.asks("/remind"))["text"].startswith("You wait for nothing.")


async def test_a_follow_up_is_moved_and_that_of_another_is_not(administrator: Person, officer: Person) -> None:
    made = await administrator.asks("/remind 3d reply")
    notice = await administrator.forges(made, SnoozeFollowUp(1, 7).pack())
    assert notice["text"] == "I will remind you on 1 December 2026, 09:00."
    other = await officer.asks("/remind 1d x")
    for route in (SnoozeFollowUp(1, 1), FinishFollowUp(1)):
        await officer.forges(other, route.pack())
    assert "1 December 2026, 09:00\nreply" in (await administrator.asks("/remind"))["text"]


async def test_a_time_limit_of_an_article_is_counted_by_its_unit(administrator: Person) -> None:
    card = await administrator.asks("how fast must they answer an urgent request")
    before = len(administrator.persona.messages())
    await administrator.presses(card, FollowDeadline("urgent-request", 0).pack())
    (made,) = administrator.persona.messages()[before:]
    assert made["text"].startswith("🔔 I will remind you on 24 November 2026, 17:00:")
    assert "Sending an urgent request" in made["text"]


@pytest.mark.parametrize("data", ["fa:urgent-request:9", "fs:1:0"])
async def test_forged_buttons_are_out_of_date(administrator: Person, data: str) -> None:
    made = await administrator.asks("/remind 3d reply")
    assert "out of date" in (await administrator.forges(made, data))["text"]
