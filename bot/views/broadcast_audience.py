"""Who a broadcast goes to: conditions in words, how many in which language, and values to choose from."""

from collections.abc import Sequence

from bot.callbacks import EVERYWHERE
from bot.callbacks.broadcasts import ChooseAudience, DraftStep, EditDraft
from bot.i18n import Translator, own_name
from bot.models import BroadcastAudience, ReceiverKind, Role
from bot.services.broadcasts.audience import Option
from bot.services.broadcasts.overview import Overview
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
    }
    kinds = [Button(name, ChooseAudience(draft.number, kind)) for kind, name in names.items()]
    everybody = Button(_("Everybody I may write to"), EditDraft(draft.number, DraftStep.EVERYBODY))
    rows = (*in_pairs(kinds), *(((everybody,),) if draft.conditions else ()), (back(draft.number, translator),))
    lines = "\n".join([*conditions(draft.conditions, translator), *counts(draft, translator)])
    return View((bold(_("Who it goes to")), lines), rows)


def values(draft: Overview, kind: ReceiverKind, offered: Sequence[Option], page: int, translator: Translator) -> View:
    """Show one page of the values of a kind; pages count from 0."""
    _ = translator.gettext
    pages = max(-(-len(offered) // PAGE_SIZE), 1)
    page = min(max(page, 0), pages - 1)
    chosen = {row.value: row.is_wanted for row in draft.conditions if row.kind is kind}
    rows = [
        (Button(_label(kind, each, chosen, translator), ChooseAudience(draft.number, kind, page, each.code)),)
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


def conditions(chosen: Sequence[BroadcastAudience], translator: Translator) -> list[str]:
    """Return in words what was chosen, as lines of HTML."""
    _ = translator.gettext
    if not chosen:
        return [f"• {escape(_('Everybody whom you may write to'))}"]
    lines = []
    for kind in ReceiverKind:
        wanted = [value_name(kind, row.value, translator) for row in chosen if row.kind is kind and row.is_wanted]
        unwanted = [value_name(kind, row.value, translator) for row in chosen if row.kind is kind and not row.is_wanted]
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


def _label(kind: ReceiverKind, option: Option, chosen: dict[str, bool], translator: Translator) -> str:
    marks = {True: "✓ ", False: "✗ ", None: ""}
    name = value_name(kind, option.value, translator)
    about = f" · {option.about}" if option.about else ""
    people = "" if kind is ReceiverKind.MEMBER else f" ({option.people})"
    return f"{marks[chosen.get(option.value)]}{name}{about}{people}"
