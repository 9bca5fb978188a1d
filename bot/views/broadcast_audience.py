"""Who a broadcast goes to: conditions in words, how many in which language, and values to choose from."""

from collections.abc import Sequence

from bot.callbacks import EVERYWHERE
from bot.callbacks.broadcasts import ChooseAudience, DraftStep, EditDraft
from bot.i18n import Translator, own_name
from bot.models import ReceiverKind, Role
from bot.services.broadcasts.audience import Option
from bot.services.broadcasts.overview import Overview
from bot.services.broadcasts.participants import Whom, read_value
from bot.services.events.texts import in_language
from bot.views import Button, View, in_pairs
from bot.views.html import bold, escape
from bot.views.roles import place_name, role_name

PAGE_SIZE = 8


def audience(draft: Overview, translator: Translator) -> View:
    """Show who it goes to, with a button for each way to choose."""
    _ = translator.gettext
    names = {
        ReceiverKind.COUNTRY: _("Countries"),
        ReceiverKind.UNIT: _("Units"),
        ReceiverKind.ROLE: _("Roles"),
        ReceiverKind.LANGUAGE: _("Languages"),
        ReceiverKind.MEMBER: _("Members"),
        ReceiverKind.EVENT: _("Participants of events"),
    }
    kinds = [Button(name, ChooseAudience(draft.number, kind)) for kind, name in names.items()]
    everybody = Button(_("Everybody I may write to"), EditDraft(draft.number, DraftStep.EVERYBODY))
    rows = (*in_pairs(kinds), *(((everybody,),) if draft.conditions else ()), (back(draft.number, translator),))
    lines = "\n".join([*conditions(draft, translator), *counts(draft, translator)])
    return View((bold(_("Who it goes to")), lines), rows)


def values(draft: Overview, kind: ReceiverKind, offered: Sequence[Option], page: int, translator: Translator) -> View:
    """Show one page of the values of a kind; pages count from 0."""
    _ = translator.gettext
    pages = max(-(-len(offered) // PAGE_SIZE), 1)
    page = min(max(page, 0), pages - 1)
    rows = [
        (Button(_label(draft, kind, each, translator), ChooseAudience(draft.number, kind, page, each.code)),)
        for each in offered[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    ]
    turns = []
    if page > 0:
        turns.append(Button(_("‹ Back"), ChooseAudience(draft.number, kind, page - 1)))
    if page < pages - 1:
        turns.append(Button(_("More ›"), ChooseAudience(draft.number, kind, page + 1)))
    up = Button(_("« Audience"), EditDraft(draft.number, DraftStep.AUDIENCE))
    explained = _("Press once for ✓ only these, twice for ✗ left out, three times for no matter.")
    blocks = (escape(explained), "\n".join(counts(draft, translator)))
    return View(blocks, (*rows, *((tuple(turns),) if turns else ()), (up,)))


def conditions(draft: Overview, translator: Translator) -> list[str]:
    """Return in words what was chosen, as lines of HTML."""
    _ = translator.gettext
    if not draft.conditions:
        return ["• " + escape(_("Everybody whom you may write to"))]
    lines = []
    for kind in ReceiverKind:
        chosen = [
            (_name(draft, kind, row.value, translator), row.is_wanted) for row in draft.conditions if row.kind is kind
        ]
        wanted, unwanted = ([name for name, is_wanted in chosen if is_wanted is each] for each in (True, False))
        if wanted:
            lines.append(_("✓ Only: {names}").format(names=translator.listed(wanted)))
        if unwanted:
            lines.append(_("✗ Left out: {names}").format(names=translator.listed(unwanted)))
    return [escape(line) for line in lines]


def counts(draft: Overview, translator: Translator) -> list[str]:
    """Return how many get it, by language, and who cannot be reached, as lines of HTML."""
    _ = translator.gettext
    reach = draft.reach
    total = translator.ngettext("{count} member gets it", "{count} members get it", reach.total)
    lines = [bold(total.format(count=reach.total))]
    for locale, people in sorted(reach.by_locale.items()):
        content = draft.content(locale)
        known = _("{language}: {count}") if not content.is_fallback else _("{language}: {count}, in {other}")
        line = known.format(language=own_name(locale), count=people, other=own_name(content.locale))
        lines.append(f"• {escape(line)}")
    if reach.left_out:
        blocked = translator.ngettext(
            "{count} more has blocked the assistant and cannot get it",
            "{count} more have blocked the assistant and cannot get it",
            reach.left_out,
        )
        lines.append(f"• {escape(blocked.format(count=reach.left_out))}")
    return lines


def value_name(kind: ReceiverKind, value: str, translator: Translator) -> str:
    """Return the name of a value."""
    if kind is ReceiverKind.COUNTRY:
        return place_name(None if value == EVERYWHERE else value, translator)
    if kind is ReceiverKind.ROLE:
        return role_name(Role(value), translator)
    if kind is ReceiverKind.LANGUAGE:
        return own_name(value)
    if kind is ReceiverKind.MEMBER:
        return translator.gettext("Member {number}").format(number=value)
    return value


def back(broadcast_id: int, translator: Translator) -> Button:
    """Return the button that leads back to the draft."""
    return Button(translator.gettext("« Draft"), EditDraft(broadcast_id, DraftStep.OVERVIEW))


def _name(draft: Overview, kind: ReceiverKind, value: str, translator: Translator) -> str:
    """Return the name of a value; an event is called by its title and day."""
    if kind is not ReceiverKind.EVENT:
        return value_name(kind, value, translator)
    _ = translator.gettext
    event_id, whom = read_value(value)
    names = {Whom.COMING: _("who said yes to {event}"), Whom.INVITED: _("who is invited to {event}")}
    known = draft.events.get(event_id)
    if known is None:
        return names[whom].format(event=_("event {number}").format(number=event_id))
    title = in_language(known.texts, translator.locale).title
    return names[whom].format(event=f"{title} ({translator.date(known.day)})")


def _label(draft: Overview, kind: ReceiverKind, option: Option, translator: Translator) -> str:
    chosen = {row.value: row.is_wanted for row in draft.conditions if row.kind is kind}
    marks = {True: "✓ ", False: "✗ ", None: ""}
    name = _name(draft, kind, option.value, translator)
    about = f" · {option.about}" if option.about else ""
    people = "" if kind is ReceiverKind.MEMBER else f" ({option.people})"
    return f"{marks[chosen.get(option.value)]}{name}{about}{people}"
