"""When somebody is reminded before an event, to be chosen with buttons."""

from bot.callbacks import ChooseLead, ListEvents, ResetLeads, ShowEvent, ShowLeads, TypeLead
from bot.i18n import Translator
from bot.services.events.leads import LONGEST_DAYS, MOST_LEADS, in_order
from bot.services.events.listing import Listed
from bot.services.events.personal_leads import OFFERED, LeadRefusal, Leads, Source
from bot.views import Button, View, in_pairs
from bot.views.event_card import title
from bot.views.event_names import lead_name
from bot.views.html import bold, escape


def of_event(listed: Listed, chosen: Leads, translator: Translator) -> View:
    """Show when the reader is reminded of an event, and let them choose."""
    _ = translator.gettext
    event_id = listed.event.id or 0
    blocks = (bold(title(listed, translator)), escape(_said(chosen, translator)), escape(_besides(translator)))
    rows = [(Button(_("For all my events ›"), ShowLeads()),), (Button(_("‹ Back"), ShowEvent(event_id)),)]
    return View(blocks, (*_choices(event_id, chosen, translator), *rows))


def of_all(chosen: Leads, translator: Translator) -> View:
    """Show when the reader is reminded of all events that they chose nothing for, and let them choose."""
    _ = translator.gettext
    blocks = (bold(_("Reminders of all my events")), escape(_said(chosen, translator)), escape(_besides(translator)))
    return View(blocks, (*_choices(None, chosen, translator), (Button(_("« All events"), ListEvents()),)))


def ask(translator: Translator) -> View:
    """Ask for a length of time."""
    return View((escape(_example(translator)),))


def not_understood(translator: Translator) -> View:
    """Say that a text is no length of time that can be taken, and which are."""
    text = translator.gettext("I do not know how long that is, or it is too long.")
    return View((escape(text), escape(_example(translator))))


def refused(refusal: LeadRefusal, translator: Translator) -> str:
    """Say why a choice is not taken; plain text, at most 200 characters."""
    _ = translator.gettext
    texts = {
        LeadRefusal.GONE: _("This event is no longer here, or it is over."),
        LeadRefusal.TOO_MANY: _("At most {count} reminders: take one away first.").format(count=MOST_LEADS),
    }
    return texts[refusal]


def _said(chosen: Leads, translator: Translator) -> str:
    _ = translator.gettext
    if chosen.source is Source.ORGANISER and not chosen.leads:
        return _("⏰ You are reminded when the organiser of each event suggests.")
    if not chosen.leads:
        return _("⏰ You are not reminded before it starts.")
    texts = {
        Source.EVENT: _("⏰ You chose to be reminded before it starts: {lengths}."),
        Source.ALL: _("⏰ You are reminded before the start, as you chose for all your events: {lengths}."),
        Source.ORGANISER: _("⏰ You are reminded before it starts, as the organiser suggests: {lengths}."),
    }
    lengths = translator.listed(lead_name(lead, translator) for lead in chosen.leads)
    return texts[chosen.source].format(lengths=lengths)


def _besides(translator: Translator) -> str:
    return translator.gettext("Reminders to answer, and of what is to be done before, come besides.")


def _choices(event_id: int | None, chosen: Leads, translator: Translator) -> list[tuple[Button, ...]]:
    _ = translator.gettext
    toggles = [
        Button(
            f"{'✅' if lead in chosen.leads else '⬜'} {lead_name(lead, translator)}",
            ChooseLead(event_id, lead, lead not in chosen.leads),
        )
        for lead in in_order({*OFFERED, *chosen.leads})
    ]
    rows = [*in_pairs(toggles), (Button(_("✍️ Another time"), TypeLead(event_id)),)]
    is_own = chosen.source is (Source.ALL if event_id is None else Source.EVENT)
    return [*rows, (Button(_("↩️ Undo my choice"), ResetLeads(event_id)),)] if is_own else rows


def _example(translator: Translator) -> str:
    text = translator.gettext("How long before the start? Type it as 3 h, 45 min or 5 days, at most {count} days.")
    return text.format(count=LONGEST_DAYS)
