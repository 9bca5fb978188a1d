"""/between in the chat."""

import pytest

from tests.chat import Person, labels


@pytest.mark.parametrize(
    "typed", ["/between RS MD", "/between Serbia Moldova", "/between србија молдавија", "/between srbija, moldavijom"]
)
async def test_two_countries_are_known_by_code_and_name(officer: Person, typed: str) -> None:
    first, *_ = await officer.says(typed)
    assert "🇷🇸" in first["text"].splitlines()[0]
    assert "🇲🇩" in first["text"].splitlines()[0]
    assert "PCC SEE" in first["text"]


async def test_what_is_missing_is_asked_for(administrator: Person) -> None:
    asked = await administrator.asks("/between")
    second, _ = await administrator.presses(asked, "🇬🇪 Georgia")
    assert "🇬🇪 Georgia" not in labels(second)
    shown, _ = await administrator.presses(second, "🇺🇦 Ukraine")
    whole = administrator.messages_text()
    assert "PCC SEE – not a member or party: Georgia, Ukraine" in whole
    assert shown["text"].startswith("🇬🇪 Georgia ↔ 🇺🇦 Ukraine")


async def test_a_country_that_is_not_ours_is_asked_for_again(administrator: Person) -> None:
    assert "Which is your own country?" in (await administrator.asks("/between Atlantis"))["text"]


@pytest.mark.parametrize("forged", ["y:XX:RS", "y:RS", "y:RS:MD:HU"])
async def test_a_forged_button_is_out_of_date(administrator: Person, forged: str) -> None:
    answer = await administrator.forges(await administrator.asks("/between"), forged)
    assert "out of date" in answer["text"]


async def test_one_country_twice_asks_for_the_partner(administrator: Person) -> None:
    asked = await administrator.asks("/between")
    await administrator.forges(asked, "y:RS:RS")
    assert "partner country" in administrator.persona.current(asked)["text"]
