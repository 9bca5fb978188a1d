"""Events written in one message: what is shown, in all languages."""

import datetime as dt
import html
import re

import pytest

from bot.dates import Reason, When
from bot.i18n import Languages
from bot.models import EventKind, EventState
from bot.services.events import plan_words
from bot.services.events.fields import Field, FieldProblem
from bot.services.events.plan_lines import Unread, read_lines
from bot.services.events.plan_message import Doubtful, Refused, Written
from bot.services.events.typed_fields import Unclear
from bot.times import zone
from bot.views import event_plans
from bot.views import plan_message as views
from tests.outbox import event
from tests.views.telegram import accept
from tests.views.test_all import LOCALES
from tests.views.test_event_plans import plan
from tests.views.test_events import ENGLISH

DAY = dt.date(2027, 3, 12)
MEANINGS = (When(dt.date(2027, 3, 4), dt.time(9)), When(dt.date(2027, 4, 3), dt.time(9)))
WHYS = (*Unread, *Doubtful, *FieldProblem, Unclear(Reason.NO_DATE), Unclear(None, MEANINGS))
DRAFT = event(id=7, state=EventState.DRAFT)


def messages_to_copy(locale: str, languages: Languages) -> tuple[str, str]:
    """Return the example and the message to copy, without the command."""
    blocks = views.template(DAY, languages.translator(locale)).blocks
    example, empty = (
        html.unescape(match[1]) for block in blocks if (match := re.fullmatch(r"(?s)<pre>/newevent\n(.*)</pre>", block))
    )
    return example, empty


@pytest.mark.parametrize("locale", LOCALES)
def test_the_example_is_read_line_by_line(locale: str, languages: Languages) -> None:
    example, empty = messages_to_copy(locale, languages)
    read = read_lines(example, locale)
    assert read.unread == ()
    assert len(read.lines) == len(example.splitlines())
    kinds = {line.word: plan_words.kind_of(line.value, locale) for line in read.lines}
    assert kinds[plan_words.PlanWord.KIND] is EventKind.STUDY_VISIT
    assert read_lines(empty, locale) == type(read)((), ())


def test_what_is_not_in_the_draft_is_quoted_as_it_was_typed() -> None:
    refused = (
        Refused("link: <http://example.org>", Field.LINK, FieldProblem.NOT_HTTPS),
        Refused("when: 3/4", None, WHYS[-1]),
    )
    of = Written(DRAFT, refused, zone("Asia/Tbilisi"), by_number=2)
    shown = views.written(of, event_plans.plan(plan(DRAFT), ENGLISH), ENGLISH)
    text = "\n".join(accept(shown))
    assert "link: <http://example.org>\n⚠️ Link to join online: A link must begin with https://." in text
    assert "when: 3/4\n⚠️ This can mean several times: 2027-03-04 09:00; 2027-04-03 09:00" in text
    assert "Times are those of Tbilisi." in text
    assert "2 members are invited by name" in text
    assert shown.rows == event_plans.plan(plan(DRAFT), ENGLISH).rows


@pytest.mark.parametrize("locale", LOCALES)
def test_every_screen_is_taken_in_every_language(languages: Languages, locale: str) -> None:
    translator = languages.translator(locale)
    refused = tuple(Refused("<" * 3000, field, why) for why in WHYS for field in (Field.TITLE, None))
    of = Written(DRAFT, refused, zone("Asia/Tbilisi"), by_number=2)
    shown = [
        views.template(DAY, translator),
        views.written(of, event_plans.plan(plan(DRAFT), translator), translator),
        views.written(Written(None, refused[:1], zone("UTC")), None, translator),
        views.choose_kind(7, translator),
    ]
    for view in shown:
        accept(view)
