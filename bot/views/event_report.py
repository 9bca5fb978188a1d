"""The report on a study visit as a document to go on writing: what is known stands there, the rest has its heading."""

from collections.abc import Callable

from bot.i18n import Translator
from bot.models import Member
from bot.services.events.reports import Report
from bot.services.events.texts import in_language
from bot.services.events.timing import occurrences
from bot.services.text_documents import ENDING, Block, Heading, Paragraph, Table, odt_file
from bot.times import zone
from bot.views import Attachment
from bot.views.event_names import kind_name, task_name
from bot.views.event_ratings import aspect_name
from bot.views.event_times import lines
from knowledge.catalog import DERIVED_LOCALES

MOST_TIMES = 20
"""Of a series."""
EMPTY_ROWS = 3
NOTHING = "–"


def report(of: Report, translator: Translator) -> Attachment:
    """Return the document in the language of who asked for it."""
    locale = translator.locale
    language = DERIVED_LOCALES.get(locale, locale)
    title = in_language(of.texts, locale).title
    content = odt_file(title, language, blocks(of, translator))
    return Attachment(f"event-{of.event.id}-report.{ENDING}", content)


def blocks(of: Report, translator: Translator) -> list[Block]:
    """Return what stands below the title, section by section."""
    sections: tuple[Callable[[Report, Translator], list[Block]], ...] = (
        _facts,
        _purpose,
        _programme,
        _participants,
        _preparation,
        _ratings,
        _lessons,
        _actions,
    )
    return [block for section in sections for block in section(of, translator)]


def _facts(of: Report, translator: Translator) -> list[Block]:
    _ = translator.gettext
    event = of.event
    country = translator.country(event.host_country) if event.host_country else ""
    facts = {
        _("Kind"): kind_name(event.kind, translator),
        _("Date and time"): _times(of, translator),
        _("Host"): ", ".join(part for part in (event.host_unit, country) if part),
        _("Place"): "\n".join(part for part in (event.venue, event.address) if part) or (event.link or ""),
        _("Working languages"): translator.listed(translator.language(code) for code in event.languages),
    }
    rows = [(name, value or NOTHING) for name, value in facts.items()]
    return [Paragraph(_("Report on a study visit")), Table((_("What"), _("Details")), rows)]


def _times(of: Report, translator: Translator) -> str:
    """Write when it took place, on the clock of the venue."""
    text, venue = translator.gettext("{when}, time in {city}"), zone(of.event.zone or "UTC")
    found = [lines(of.event, time, venue, translator)[0] for time in occurrences(of.event)[:MOST_TIMES]]
    return "\n".join(text.format(when=when, city=translator.city(venue)) for when in found)


def _purpose(of: Report, translator: Translator) -> list[Block]:
    del of
    _ = translator.gettext
    hint = _("What was the visit for, and which questions were to be answered?")
    return [Heading(_("Purpose")), Paragraph(hint, is_hint=True), Paragraph()]


def _programme(of: Report, translator: Translator) -> list[Block]:
    _ = translator.gettext
    description = in_language(of.texts, translator.locale).description
    hint = Paragraph(_("What was seen and discussed, hour by hour?"), is_hint=True)
    return [Heading(_("Programme")), *([Paragraph(description)] if description else []), hint, Paragraph()]


def _participants(of: Report, translator: Translator) -> list[Block]:
    """Write how many came from where, and who: by number, country and unit, as in the export of answers."""
    _ = translator.gettext
    count = translator.ngettext(
        "{count} participant of {invited} people invited.",
        "{count} participants of {invited} people invited.",
        len(of.came),
    )
    found: list[Block] = [
        Heading(_("Participants")),
        Paragraph(count.format(count=len(of.came), invited=of.invited)),
    ]
    if of.came:
        counts = [(_country(country, translator), unit or NOTHING, str(number)) for country, unit, number in of.units]
        people = [_person(member, translator) for member in of.came]
        found += [
            Table((_("Country"), _("Unit"), _("People")), counts),
            Paragraph(),
            Table((_("Member"), _("Country"), _("Unit")), people),
        ]
    return found


def _preparation(of: Report, translator: Translator) -> list[Block]:
    _ = translator.gettext
    if not of.items:
        return []
    venue, total = zone(of.event.zone or "UTC"), len(of.came)
    rows = [
        (task_name(item, translator), translator.date(item.due_at.astimezone(venue).date()), f"{done}/{total}")
        for item, done in of.items
    ]
    return [Heading(_("Checklist")), Table((_("Task"), _("Due"), _("Done")), rows)]


def _ratings(of: Report, translator: Translator) -> list[Block]:
    _ = translator.gettext
    rows = [
        (
            aspect_name(aspect, translator),
            NOTHING if found.mean is None else translator.number(found.mean),
            *(str(count) for _stars, count in sorted(found.stars.items())),
        )
        for aspect, found in of.ratings.items()
    ]
    stars = [f"{number} ⭐" for number in sorted(next(iter(of.ratings.values())).stars)]
    comments = [
        Paragraph(f"{aspect_name(aspect, translator)} – {comment}")
        for aspect, found in of.ratings.items()
        for comment in found.comments
    ]
    return [Heading(_("Ratings")), Table((_("What"), _("Mean"), *stars), rows), *comments]


def _lessons(of: Report, translator: Translator) -> list[Block]:
    del of
    _ = translator.gettext
    hint = _("What worked, what did not, and what should others do likewise?")
    return [Heading(_("Lessons learned")), Paragraph(hint, is_hint=True), Paragraph()]


def _actions(of: Report, translator: Translator) -> list[Block]:
    del of
    _ = translator.gettext
    head = (_("What is to be done"), _("Unit in charge"), _("Due"))
    return [Heading(_("Follow-up actions")), Table(head, [("", "", "")] * EMPTY_ROWS)]


def _person(member: Member, translator: Translator) -> tuple[str, str, str]:
    number = translator.gettext("Member {number}").format(number=member.id)
    return number, _country(member.country, translator), member.unit or NOTHING


def _country(code: str | None, translator: Translator) -> str:
    return translator.country(code) if code else NOTHING
