"""An event written in one message -> a draft with all that could be read; the other lines with their reasons."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.dates import Now
from bot.models import Event, EventKind, EventText
from bot.services.actors import Actor
from bot.services.events import drafts, fields, plan_audience, plan_words, texts, typed_fields
from bot.services.events.edits import apply
from bot.services.events.fields import Edit, Field, FieldError, FieldProblem
from bot.services.events.plan_lines import PlanLine, Unread, read_lines
from bot.services.events.plan_places import zone_of_place
from bot.services.events.plan_words import PlanWord
from bot.services.events.typed_fields import Typist, Unclear
from bot.services.permissions import Action
from bot.services.zones import zone_of


class Doubtful(StrEnum):
    """Why a line that was read is not taken, beside what `FieldProblem` and `Unclear` say."""

    KIND = "kind"
    PLACE = "place"
    INVITED = "invited"
    NOT_YOURS = "not_yours"
    NO_TITLE = "no_title"


Why = Unread | Doubtful | FieldProblem | Unclear


@dataclass(frozen=True)
class Refused:
    """A line, or several of a description, that the draft does not have.

    Attributes:
        quoted: as it stands in the message; foreign text.
        field: of which field; None where that is not known.
        why: for a screen to explain.
    """

    quoted: str
    field: Field | None
    why: Why


@dataclass(frozen=True)
class Written:
    """What became of a message.

    Attributes:
        draft: None where nothing of the message could be read.
        refused: what is not in it, in the order of the message.
        zone: on whose clock the times are.
        by_number: how many members are invited each by themselves.
    """

    draft: Event | None
    refused: tuple[Refused, ...]
    zone: ZoneInfo
    by_number: int = 0


PLAIN = {
    PlanWord.TIMES: Field.TIMES,
    PlanWord.RULE: Field.RULE,
    PlanWord.ANSWER_BY: Field.ANSWER_BY,
    PlanWord.LINK: Field.LINK,
    PlanWord.CAPACITY: Field.CAPACITY,
    PlanWord.HOST_UNIT: Field.HOST_UNIT,
    PlanWord.LANGUAGES: Field.LANGUAGES,
    PlanWord.CONTACT: Field.CONTACT,
    PlanWord.LEADS: Field.LEADS,
}
"""What is read as when it is typed by itself, in the order in which it is set: the time before what depends on it."""


async def write(session: AsyncSession, actor: Actor, text: str, typist: Typist) -> Written:
    """Make a draft of a message; the caller commits.

    Args:
        session: of the caller.
        actor: who plans it.
        text: what follows the command.
        typist: who types, with their own zone.

    Raises:
        NotAllowedError: they plan no events.
    """
    read = read_lines(text, typist.locale)
    lines = {line.word: line for line in read.lines}
    unread = [Refused(quoted, None, why) for quoted, why in read.unread]
    if not lines:
        return Written(None, tuple(unread), typist.now.zone)
    kind = plan_words.kind_of(lines[PlanWord.KIND].value, typist.locale) if PlanWord.KIND in lines else None
    draft = await drafts.begin(session, actor, kind or EventKind.MEETING)
    writer = _Writer(session, actor, draft, lines, typist)
    if kind is None:
        writer.refuse(PlanWord.KIND, Field.KIND, Doubtful.KIND)
    by_number = await writer.write()
    order = {line.quoted: place for place, line in enumerate(read.lines)}
    refused = sorted(writer.refused, key=lambda each: order.get(each.quoted, len(order)))
    return Written(draft, (*refused, *unread), writer.typist.now.zone, by_number)


class _Writer:
    """Sets the fields of a new draft, one by one, so that one that is wrong keeps none of the others out."""

    def __init__(
        self, session: AsyncSession, actor: Actor, draft: Event, lines: dict[PlanWord, PlanLine], typist: Typist
    ) -> None:
        self.typist = typist
        self.refused: list[Refused] = []
        self._session = session
        self._actor = actor
        self._draft = draft
        self._lines = lines

    async def write(self) -> int:
        """Set all fields; return how many members are invited each by themselves."""
        self._set_host_country()
        self._set_zone()
        for word, field in PLAIN.items():
            self._set(word, field)
        self._set_place()
        self._session.add(self._draft)
        await self._session.flush()
        await self._set_texts()
        return await self._invite()

    def refuse(self, word: PlanWord, field: Field | None, why: Why) -> None:
        """Keep a line for the answer, if the message has it."""
        if word in self._lines:
            self.refused.append(Refused(self._lines[word].quoted, field, why))

    def _set_host_country(self) -> None:
        before = self._draft.host_country
        self._set(PlanWord.HOST_COUNTRY, Field.HOST_COUNTRY)
        if not self._actor.access.may(Action.PLAN_EVENTS, self._draft.host_country):
            self._draft.host_country = before
            self.refuse(PlanWord.HOST_COUNTRY, Field.HOST_COUNTRY, Doubtful.NOT_YOURS)

    def _set_zone(self) -> None:
        """Find on whose clock the times are: of the city, of the place, of the host, or of who types."""
        found = None
        for word in (PlanWord.ZONE, PlanWord.PLACE):
            found = found or (zone_of_place(self._lines[word].value) if word in self._lines else None)
            if found is None and (word is PlanWord.ZONE or PlanWord.VENUE in self._lines):
                self.refuse(word, None, Doubtful.PLACE)
        if found is not None:
            self._draft.zone = found.key
        elif PlanWord.HOST_COUNTRY in self._lines and self._draft.host_country:
            found = zone_of(None, self._draft.host_country)
        if found is not None:
            self.typist = replace(self.typist, now=Now(self.typist.now.moment, found))

    def _set(self, word: PlanWord, field: Field) -> None:
        line = self._lines.get(word)
        if line is None:
            return
        try:
            typed = typed_fields.parse(field, line.value, self._draft, self.typist)
            if isinstance(typed, Unclear):
                self.refuse(word, field, typed)
            else:
                self._apply([each for each in typed if isinstance(each, Edit)])
        except FieldError as error:
            self.refuse(word, error.field, error.problem)

    def _set_place(self) -> None:
        """Take the venue, or what was called place, and the address."""
        venue = self._lines.get(PlanWord.VENUE) or self._lines.get(PlanWord.PLACE)
        for line, field in ((venue, Field.VENUE), (self._lines.get(PlanWord.ADDRESS), Field.ADDRESS)):
            if line is None:
                continue
            try:
                self._apply([fields.text(field, line.value)])
            except FieldError as error:
                self.refuse(line.word, field, error.problem)

    async def _set_texts(self) -> None:
        title, description = self._lines.get(PlanWord.TITLE), self._lines.get(PlanWord.DESCRIPTION)
        if title is None:
            self.refuse(PlanWord.DESCRIPTION, Field.DESCRIPTION, Doubtful.NO_TITLE)
            return
        if not await self._write_text(PlanWord.TITLE, title.value, ""):
            self.refuse(PlanWord.DESCRIPTION, Field.DESCRIPTION, Doubtful.NO_TITLE)
        elif description is not None:
            await self._write_text(PlanWord.DESCRIPTION, title.value, description.value)

    async def _write_text(self, word: PlanWord, title: str, description: str) -> bool:
        """Set title and description, or say that a line is not taken."""
        number = self._draft.id or 0
        typed = EventText(event_id=number, locale=self.typist.locale, title=title, description=description)
        try:
            await texts.write(self._session, self._actor, number, typed)
        except FieldError as error:
            self.refuse(word, error.field, error.problem)
            return False
        return True

    async def _invite(self) -> int:
        line = self._lines.get(PlanWord.INVITE)
        if line is None:
            return 0
        groups, unknown = plan_audience.read_groups(line.value, self.typist.locale, self.typist.locales)
        done = await plan_audience.invite(self._session, self._actor, self._draft.id or 0, groups)
        self.refused += [Refused(part, None, Doubtful.INVITED) for part in (*unknown, *done.unknown)]
        return done.by_number

    def _apply(self, edits: Sequence[Edit]) -> None:
        """Set fields, if what they make together is possible.

        Raises:
            FieldError: it is not.
        """
        apply(self._draft.model_copy(), edits, self._actor.now)
        apply(self._draft, edits, self._actor.now)
