"""Views become messages."""

from typing import cast

import pytest
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot import sender
from bot.callbacks import BrowseCategories
from bot.rate_limiter import Lane
from bot.sender import PartError, Sending
from bot.splitting import MAX_CHARACTERS
from bot.views import Attachment, Button, Copy, Link, Media, MediaKind, View, protected
from tests.chat import Person, labels

LONG = ("x" * MAX_CHARACTERS, "end")
BUTTON = ((Button("Browse", BrowseCategories()),),)


def test_a_view_without_buttons_has_no_keyboard() -> None:
    assert sender.keyboard(View(("text",))) is None
    assert sender.keyboard(View(("text",), ((),))) is None


def test_a_button_carries_its_route_or_its_address() -> None:
    markup = sender.keyboard(View(("text",), (*BUTTON, (Button("Page", Link("https://example.org")),))))
    assert markup is not None
    route, link = (row[0] for row in markup.inline_keyboard)
    assert (route.callback_data, route.url) == ("c", None)
    assert (link.callback_data, link.url) == (None, "https://example.org")


def test_a_button_can_copy_a_text() -> None:
    markup = sender.keyboard(View(("text",), ((Button("Copy", Copy("unit@example.org")),),)))
    assert markup is not None
    copying = markup.inline_keyboard[0][0].copy_text
    assert copying is not None
    assert copying.text == "unit@example.org"


async def test_a_long_view_is_several_messages_with_the_buttons_below_the_last(administrator: Person) -> None:
    administrator.persona.say("a question")
    (update,) = await administrator.room.application.bot.get_updates(timeout=0)
    last = await sender.answer(update, View(LONG, BUTTON))
    *_, first, second = administrator.persona.messages()
    assert (len(first["text"]), labels(first)) == (MAX_CHARACTERS, [])
    assert (second["text"], labels(second), second["message_id"]) == ("end", ["Browse"], last)


async def test_a_long_view_in_place_of_a_message_goes_on_below_it(administrator: Person) -> None:
    message = await administrator.asks("/browse")
    administrator.persona.call_back(message, "c")
    update = (await administrator.room.application.bot.get_updates(offset=-1, timeout=0))[0]
    assert update.callback_query is not None
    await sender.show(update.callback_query, View(LONG, BUTTON))
    edited, below = administrator.persona.messages()[-2:]
    assert (edited["message_id"], labels(edited)) == (message["message_id"], [])
    assert (below["text"], labels(below)) == ("end", ["Browse"])


async def test_an_answer_that_is_gone_is_sent_anew(administrator: Person) -> None:
    await administrator.asks("/browse")
    administrator.persona.say("a question")
    update = (await administrator.room.application.bot.get_updates(offset=-1, timeout=0))[0]
    shown = await sender.replace(update, 4242, View(("new",), BUTTON))
    assert administrator.persona.messages()[-1]["message_id"] == shown


async def test_an_answer_that_became_too_long_to_edit_is_sent_anew(administrator: Person) -> None:
    message = await administrator.asks("/browse")
    administrator.persona.say("a question")
    update = (await administrator.room.application.bot.get_updates(offset=-1, timeout=0))[0]
    shown = await sender.replace(update, message["message_id"], View(LONG, BUTTON))
    assert shown > message["message_id"]
    assert administrator.persona.messages()[-1]["text"] == "end"


BULK = Sending(Lane.BULK)


async def test_a_message_is_taken_back(administrator: Person) -> None:
    message = await administrator.asks("/browse")
    bot, chat_id = administrator.room.application.bot, administrator.persona.user_id
    for _ in range(2):
        view = View(("recalled",), withdraws=(message["message_id"],))
        assert await sender.deliver(bot, chat_id, view, BULK) == view.withdraws
    assert message["message_id"] not in [each["message_id"] for each in administrator.persona.messages()]


async def test_what_was_split_has_a_number_for_each_part_and_is_taken_back_as_a_whole(administrator: Person) -> None:
    await administrator.asks("/browse")
    bot, chat_id = administrator.room.application.bot, administrator.persona.user_id
    before = administrator.messages_text()
    ids = await sender.deliver(bot, chat_id, View(LONG, BUTTON), BULK)
    assert [each["message_id"] for each in administrator.persona.messages()[-2:]] == list(ids)
    await sender.deliver(bot, chat_id, View(("recalled",), withdraws=ids), BULK)
    assert administrator.messages_text() == before


class OldMessage:
    """A bot whose message is too old to be deleted."""

    def __init__(self, *, is_there: bool = True) -> None:
        self.is_there = is_there
        self.texts: dict[int, str] = {}

    async def delete_message(self, chat_id: int, message_id: int, rate_limit_args: Lane) -> bool:
        """Refuse, as Telegram does after two days."""
        raise BadRequest("Message can't be deleted for everyone")

    async def edit_message_text(self, text: str, chat_id: int, message_id: int, rate_limit_args: Lane) -> None:
        """Note the new text."""
        if not self.is_there:
            raise BadRequest("Message can't be edited")
        self.texts[message_id] = text


async def test_what_cannot_be_deleted_any_more_is_overwritten() -> None:
    bot = OldMessage()
    assert await sender.deliver(cast("ExtBot[Lane]", bot), 7, View(("recalled",), withdraws=(42, 43)), BULK) == (42, 43)
    assert bot.texts == {42: "recalled", 43: "recalled"}


async def test_what_cannot_be_taken_back_at_all_has_failed() -> None:
    bot = OldMessage(is_there=False)
    with pytest.raises(PartError):
        await sender.deliver(cast("ExtBot[Lane]", bot), 7, View(("recalled",), withdraws=(42,)), BULK)


async def test_a_message_is_edited_unasked_or_said_to_be_gone(administrator: Person) -> None:
    message = await administrator.asks("/browse")
    bot, chat_id = administrator.room.application.bot, administrator.persona.user_id
    for _ in range(2):
        assert await sender.edit(bot, chat_id, message["message_id"], View(("new",), BUTTON))
    assert administrator.persona.current(message)["text"] == "new"
    assert not await sender.edit(bot, chat_id, 4242, View(("new",)))


async def test_a_file_stands_above_the_text(administrator: Person) -> None:
    await administrator.asks("/help")
    bot, chat_id = administrator.room.application.bot, administrator.persona.user_id
    file = await bot.send_document(chat_id, b"plan", filename="plan.pdf")
    assert file.document is not None
    media = Media(file.document.file_id, MediaKind.DOCUMENT)
    await sender.deliver(bot, chat_id, View(("<b>text</b>",), BUTTON, media=media), Sending(Lane.PERSONAL))
    shown = administrator.persona.messages()[-1]
    assert (shown["caption"], shown["document"]["file_name"], labels(shown)) == ("text", "plan.pdf", ["Browse"])


async def test_an_attachment_follows_the_texts(administrator: Person) -> None:
    administrator.persona.say("a question")
    (update,) = await administrator.room.application.bot.get_updates(timeout=0)
    await sender.answer(update, View(("text",), attachment=Attachment("page.json", b"{}")))
    text, document = administrator.persona.messages()[-2:]
    assert (text["text"], document["document"]["file_name"]) == ("text", "page.json")


def protection(person: Person) -> list[tuple[str, bool]]:
    """Return the texts of a private chat, and whether each is protected."""
    return [(each["text"], each.get("has_protected_content", False)) for each in person.persona.messages()]


async def test_a_protected_view_is_protected_in_all_its_messages(administrator: Person) -> None:
    administrator.persona.say("a question")
    (update,) = await administrator.room.application.bot.get_updates(timeout=0)
    await sender.answer(update, protected(*LONG, rows=BUTTON))
    assert protection(administrator)[-2:] == [(LONG[0], True), ("end", True)]


async def test_a_protected_view_is_delivered_protected(administrator: Person) -> None:
    await administrator.asks("/browse")
    bot, chat_id = administrator.room.application.bot, administrator.persona.user_id
    await sender.deliver(bot, chat_id, protected(*LONG), Sending(Lane.PERSONAL))
    assert [is_protected for _, is_protected in protection(administrator)[-2:]] == [True, True]


async def shown_below(person: Person, first: View, then: View) -> list[tuple[str, bool]]:
    """Send a view, put another one in its place; return both as `protection`."""
    person.persona.say("a question")
    bot = person.room.application.bot
    update = (await bot.get_updates(offset=-1, timeout=0))[0]
    await sender.answer(update, first)
    person.persona.call_back(person.persona.messages()[-1], "c")
    update = (await bot.get_updates(offset=-1, timeout=0))[0]
    assert update.callback_query is not None
    await sender.show(update.callback_query, then)
    return protection(person)[1:]


async def test_what_is_protected_never_takes_the_place_of_what_is_not(administrator: Person) -> None:
    found = await shown_below(administrator, View(("open",)), protected("secret"))
    assert found == [("open", False), ("secret", True)]


async def test_what_anybody_may_have_goes_below_what_is_protected(administrator: Person) -> None:
    found = await shown_below(administrator, protected("secret"), View(("open",)))
    assert found == [("secret", True), ("open", False)]


async def test_protected_views_take_each_others_place(administrator: Person) -> None:
    assert await shown_below(administrator, protected("one"), protected("two")) == [("two", True)]


async def test_a_protected_answer_to_an_edited_question_replaces_the_open_one(administrator: Person) -> None:
    message = await administrator.asks("/browse")
    administrator.persona.say("a question")
    update = (await administrator.room.application.bot.get_updates(offset=-1, timeout=0))[0]
    await sender.replace(update, message["message_id"], protected("secret"))
    assert protection(administrator)[1:] == [("a question", False), ("secret", True)]
