"""An event in the making, for who plans it: what it has, what it lacks, what is asked for."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.callbacks import (
    BeginEvent,
    CancelEvent,
    DiscardDraft,
    ListDocuments,
    ListEvents,
    PreviewEvent,
    PublishEvent,
    SetField,
    ShowEvent,
    ShowPlan,
)
from bot.callbacks.event_drafting import ListEarlier, SetKind, SkipDay, WriteEvent
from bot.i18n import Translator, own_name
from bot.models import Event, EventKind, EventState, EventText
from bot.services.events.drafts import Missing
from bot.services.events.edits import written
from bot.services.events.fields import Field
from bot.services.events.incoming import Doubt, Taken
from bot.services.events.listing import Listed
from bot.services.events.parts import Parts
from bot.services.events.personal_data import kinds_in
from bot.services.events.texts import in_language
from bot.services.events.timing import Occurrence
from bot.services.events.typed_fields import TYPED
from bot.views import Button, View, event_parts, in_pairs
from bot.views.event_changes import field_name, writer
from bot.views.event_names import kind_name
from bot.views.event_parts import changes_are_told
from bot.views.html import bold, escape
from bot.views.personal_data import kinds_listed

PLACE = (Field.VENUE, Field.ADDRESS, Field.POSITION)
SHOWN = tuple(field for typed in TYPED for field in (PLACE if typed is Field.VENUE else (typed,)))
"""The fields in the order of the plan: what belongs to the place stands together."""
SHOWN_OF_TEXT = 300
"""Characters of a description on the plan; the preview has all."""


@dataclass(frozen=True)
class Plan:
    """An event as who plans it sees it.

    Attributes:
        event: a draft, or published.
        texts: in the languages it has.
        parts: whom it is for and what is to be done before.
        missing: what keeps a draft from being published.
        zone: of the reader.
    """

    event: Event
    texts: Sequence[EventText]
    parts: Parts
    missing: Sequence[Missing]
    zone: ZoneInfo

    @property
    def is_draft(self) -> bool:
        """Whether nobody is invited yet."""
        return self.event.state is EventState.DRAFT

    @property
    def people(self) -> int:
        """How many the audience means now."""
        return self.parts.reach.total


def begin(drafts: Iterable[tuple[Event, Sequence[EventText]]], translator: Translator) -> View:
    """Ask what is planned, and offer the drafts that are there."""
    _ = translator.gettext
    kinds = [Button(kind_name(kind, translator), BeginEvent(kind)) for kind in EventKind]
    rows = [
        (
            Button(
                "📝 " + (in_language(texts, translator.locale).title or kind_name(draft.kind, translator)),
                ShowPlan(draft.id or 0),
            ),
        )
        for draft, texts in drafts
    ]
    hint = _("Or send a calendar file (.ics).")
    ways = [(Button(_("✍️ All in one message"), WriteEvent()), Button(_("📋 Like an earlier event"), ListEarlier()))]
    return View((bold(_("What do you plan?")), escape(hint)), (*in_pairs(kinds), *ways, *rows[:20]))


def plan(of: Plan, translator: Translator) -> View:
    """Show a draft or a published event field by field, each with its button."""
    _ = translator.gettext
    event = of.event
    title = in_language(of.texts, translator.locale).title or _("(no title yet)")
    is_draft = of.is_draft
    heading = _("📝 Draft: {title}") if is_draft else _("✏️ Change: {title}")
    blocks = [
        escape(heading).format(title=bold(title)),
        "\n".join([*_field_lines(of, translator), *event_parts.lines(of.texts, of.parts, of.zone, translator)]),
    ]
    if is_draft:
        blocks += [_audience_line(of, translator), _missing_lines(of.missing, translator)]
    else:
        blocks.append(escape(changes_are_told(translator)))
    number = event.id or 0
    kind = Button(field_name(Field.KIND, translator), SetKind(number))
    fields = [Button(field_name(field, translator), SetField(number, field)) for field in TYPED]
    rows = in_pairs([kind, *fields, Button(_("📎 Documents"), ListDocuments(number))])
    if event.rule:
        rows += ((Button(_("❌ Days on which it does not take place"), SkipDay(number)),),)
    return View(
        tuple(filter(None, blocks)),
        (
            *rows,
            *event_parts.rows(event, translator),
            *(_draft_rows(of, translator) if is_draft else _change_rows(number, translator)),
        ),
    )


def confirm_publication(of: Plan, translator: Translator) -> View:
    """Ask before everybody is invited, and about what looks like personal data."""
    _ = translator.gettext
    number = of.event.id or 0
    text = translator.ngettext("Invite {count} person now?", "Invite {count} people now?", of.people)
    rows = ((Button(_("Yes, invite"), PublishEvent(number, confirmed=True)),), (Button(_("‹ Back"), ShowPlan(number)),))
    found = kinds_in(of.event, of.texts)
    warning = _("It seems to hold personal data: {kinds}. Go on only if this is public, such as the phone of a venue.")
    about = [escape(warning.format(kinds=kinds_listed(found, translator)))] if found else []
    return View((*about, escape(text.format(count=of.people))), rows)


def published(event_id: int, invited: int, translator: Translator) -> View:
    """Confirm that the invitations are on their way."""
    text = translator.ngettext("{count} person is invited.", "{count} people are invited.", invited)
    return View(
        (escape(text.format(count=invited)),), ((Button(translator.gettext("Show the event"), ShowEvent(event_id)),),)
    )


def confirm_discard(event_id: int, translator: Translator) -> View:
    """Ask before a draft is deleted."""
    _ = translator.gettext
    yes = (Button(_("Yes, delete"), DiscardDraft(event_id, confirmed=True)),)
    return View((escape(_("Delete this draft?")),), (yes, (Button(_("No, keep"), ShowPlan(event_id)),)))


def discarded(translator: Translator) -> View:
    """Confirm that a draft is deleted."""
    return View((escape(translator.gettext("The draft was deleted.")),))


def ask_reason(translator: Translator) -> View:
    """Ask why an event is cancelled."""
    text = translator.gettext("Why is it cancelled? Everybody who is invited gets the reason. /cancel keeps the event.")
    return View((escape(text),))


def event_cancelled(translator: Translator) -> View:
    """Confirm a cancellation."""
    _ = translator.gettext
    text = _("The event is cancelled, and everybody who is invited is told.")
    return View((escape(text),), ((Button(_("« All events"), ListEvents()),),))


def taken(found: Sequence[Taken], translator: Translator) -> View:
    """Show the drafts that a calendar file became, and what is to be looked at."""
    _ = translator.gettext
    if not found:
        return View((escape(_("There is no event in this file that I could take.")),))
    doubts = [doubt for doubt in Doubt if any(doubt in each.doubts for each in found)]
    blocks = [
        escape(
            translator.ngettext("{count} draft was made.", "{count} drafts were made.", len(found)).format(
                count=len(found)
            )
        )
    ]
    if doubts:
        blocks.append(
            "\n".join(
                [escape(_("Please look at this:")), *(f"• {escape(_doubt(doubt, translator))}" for doubt in doubts)]
            )
        )
    rows = tuple(
        (
            Button(
                "📝 " + (each.title or _("Draft {number}").format(number=each.draft.id)), ShowPlan(each.draft.id or 0)
            ),
        )
        for each in found
    )
    return View(tuple(blocks), rows)


def _draft_button(of: Taken, translator: Translator) -> Button:
    number = of.draft.id or 0
    return Button("📝 " + (of.title or translator.gettext("Draft {number}").format(number=number)), ShowPlan(number))


def bad_file(translator: Translator) -> View:
    """Say that a file is no calendar that can be taken."""
    return View((escape(translator.gettext("I cannot read this calendar file.")),))


def as_listed(of: Plan, time: Occurrence) -> Listed:
    """Return a plan as its receivers see it, for the preview."""
    return Listed(of.event, of.texts, None, time)


def _field_lines(of: Plan, translator: Translator) -> list[str]:
    text = translator.gettext("{field}: {value}")
    listed = Listed(of.event, of.texts, None, Occurrence(dt.datetime.min, dt.datetime.min, dt.datetime.min))  # noqa: DTZ901
    lines = [
        escape(text).format(
            field=escape(field_name(Field.KIND, translator)), value=escape(kind_name(of.event.kind, translator))
        )
    ]
    if description := in_language(of.texts, translator.locale).description:
        shown = escape(description[:SHOWN_OF_TEXT] + ("…" if len(description) > SHOWN_OF_TEXT else ""))
        lines.append(escape(text).format(field=escape(field_name(Field.DESCRIPTION, translator)), value=shown))
    for field in SHOWN:
        value = "" if field is Field.TITLE else written(of.event, field)
        if value:
            shown = escape(writer(field, listed, of.zone, translator)(value))
            lines.append(escape(text).format(field=escape(field_name(field, translator)), value=shown))
    return lines


def _audience_line(of: Plan, translator: Translator) -> str:
    text = translator.ngettext("Invited would be: {count} person.", "Invited would be: {count} people.", of.people)
    total = escape(text.format(count=of.people))
    parts = (event_parts.chosen(of.parts, translator), event_parts.without_message(of.parts, translator))
    return "\n".join([total, *(line for lines in parts for line in lines)])


def _missing_lines(missing: Sequence[Missing], translator: Translator) -> str:
    _ = translator.gettext
    texts = {
        Missing.TITLE: _("Still missing: a title."),
        Missing.TIMES: _("Still missing: date and time."),
        Missing.PAST: _("The date has passed."),
        Missing.RULE: _("It never takes place as it is said to come again."),
        Missing.PLACE: _("Still missing: a place, or a link to join online."),
        Missing.ANSWER_BY: _("The day to answer by has passed, or is after the start."),
        Missing.AUDIENCE: _("Still missing: who is invited."),
        Missing.NOBODY: _("Nobody would be invited: there are no such members."),
    }
    return "\n".join(f"⚠️ {escape(texts[each])}" for each in missing)


def _draft_rows(of: Plan, translator: Translator) -> list[tuple[Button, ...]]:
    _ = translator.gettext
    number = of.event.id or 0
    previews = [
        Button("👁 " + own_name(locale), PreviewEvent(number, locale))
        for locale in event_parts.preview_locales(of.texts, of.parts)
    ]
    last = Button(_("🗑 Delete the draft"), DiscardDraft(number, confirmed=False))
    publish = [] if of.missing else [(Button(_("📨 Invite everybody"), PublishEvent(number, confirmed=False)),)]
    return [*(in_pairs(previews) if of.event.starts_at else ()), *publish, (last,)]


def _change_rows(number: int, translator: Translator) -> list[tuple[Button, ...]]:
    _ = translator.gettext
    return [(Button(_("🚫 Cancel the event"), CancelEvent(number)),), (Button(_("‹ Back"), ShowEvent(number)),)]


def _doubt(doubt: Doubt, translator: Translator) -> str:
    _ = translator.gettext
    texts = {
        Doubt.ZONE: _("The file does not say in which time zone; I took yours."),
        Doubt.END: _("The file does not say when it ends."),
        Doubt.HOURS: _("The file has whole days without hours."),
        Doubt.TITLE: _("There is no title."),
        Doubt.LEFT_OUT: _("Something was too long, past or not safe, and was left out."),
        Doubt.EXCLUDED: _("Days on which it does not take place were left out."),
    }
    return texts[doubt]
