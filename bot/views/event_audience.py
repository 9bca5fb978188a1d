"""Whom a draft is for: countries to turn, values of the other kinds page by page, how many in which language."""

from collections.abc import Sequence

from bot.callbacks import InviteCountry, Route, ShowPlan
from bot.callbacks.event_audience import AskQuotas, ChooseInvited, FindMember, ShowAudience
from bot.i18n import Translator, own_name
from bot.models import AudienceKind
from bot.services.broadcasts.audience import Option
from bot.services.events.audience import MOST_LINES
from bot.services.events.choices import MOST_FOUND
from bot.services.events.parts import Parts
from bot.services.events.plan_changes import QUOTAS
from bot.services.events.quotas import QuotaProblem
from bot.services.events.texts import in_language
from bot.views import Button, View, in_pairs
from bot.views.contacts import country_name
from bot.views.event_changes import field_name
from bot.views.event_names import quotas_listed
from bot.views.event_parts import chosen, kind_name, value_name, without_message
from bot.views.event_plans import Plan
from bot.views.html import bold, escape
from knowledge import Country

PAGE_SIZE = 8
LONGEST_LABEL = 60


def audience(of: Plan, translator: Translator) -> View:
    """Show whom a draft is for: as chosen, how many, and who of them gets nothing."""
    _ = translator.gettext
    number = of.event.id or 0
    invited = of.parts.chosen(AudienceKind.COUNTRY)
    countries = [
        Button(
            f"{_box(country in invited)} {country_name(country, translator)}",
            InviteCountry(number, country, country not in invited),
        )
        for country in Country
    ]
    kinds = (AudienceKind.UNIT, AudienceKind.ROLE, AudienceKind.MEMBER)
    others = [Button(kind_name(kind, translator), ChooseInvited(number, kind)) for kind in kinds]
    others.append(Button(field_name(QUOTAS, translator), AskQuotas(number)))
    explained = _(
        "Countries, units and roles narrow each other down: with a country and a role, those of the country who have "
        "the role are invited. Members that you name come beside them."
    )
    blocks = [
        bold(_("Who is invited")),
        escape(explained),
        "\n".join(chosen(of.parts, translator)),
        "\n".join(counts(of, translator)),
        "\n".join(without_message(of.parts, translator)),
        _quotas(of.parts, translator),
    ]
    rows = (*in_pairs(countries), *in_pairs(others), (Button(_("‹ Back"), ShowPlan(number)),))
    return View(tuple(filter(None, blocks)), rows)


def values(of: Plan, kind: AudienceKind, offered: Sequence[Option], page: int, translator: Translator) -> View:
    """Show one page of the values of a kind; pages count from 0."""
    _ = translator.gettext
    number = of.event.id or 0
    pages = max(-(-len(offered) // PAGE_SIZE), 1)
    page = min(max(page, 0), pages - 1)
    rows = [(_toggle(of, kind, each, page, translator),) for each in offered[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]]
    turns = []
    if page > 0:
        turns.append(Button(_("‹ Back"), ChooseInvited(number, kind, page - 1)))
    if page < pages - 1:
        turns.append(Button(_("More ›"), ChooseInvited(number, kind, page + 1)))
    find = [Button(_("🔎 Find a member"), FindMember(number))] if kind is AudienceKind.MEMBER else []
    heading = bold(kind_name(kind, translator))
    about = [] if offered else [escape(_("There is nothing to choose from."))]
    if kind is AudienceKind.MEMBER:
        about = [escape(_("Ticked is whom you name. Others may be invited by their country, unit or role."))]
    lines = "\n".join(counts(of, translator))
    last = (Button(_("« Audience"), ShowAudience(number)),)
    return View((heading, *about, lines), tuple(filter(None, (*rows, tuple(turns), tuple(find), last))))


def found(of: Plan, places: Sequence[tuple[int, Option]], translator: Translator) -> View:
    """Show the members that a search has found.

    Args:
        of: the draft.
        places: each with its place among all members, from 0.
        translator: of the reader.
    """
    _ = translator.gettext
    number = of.event.id or 0
    rows = [
        (_toggle(of, AudienceKind.MEMBER, each, place // PAGE_SIZE, translator),) for place, each in places[:MOST_FOUND]
    ]
    again = (Button(_("🔎 Find a member"), FindMember(number)),)
    last = (Button(_("« Audience"), ShowAudience(number)),)
    return View(how_many_found(len(places), translator), (*rows, again, last))


def how_many_found(count: int, translator: Translator) -> tuple[str, ...]:
    """Say how many members a search has found, and what to do where none or not all are shown."""
    _ = translator.gettext
    if count == 0:
        return (escape(_("I found no such member. Try a part of the unit's name, a country, or a number.")),)
    blocks = [
        bold(translator.ngettext("{count} member found", "{count} members found", count).format(count=count)),
    ]
    if count > MOST_FOUND:
        blocks.append(escape(_("Only the first are shown. Type more words to find fewer.")))
    return tuple(blocks)


def ask_words(back: Route, translator: Translator) -> View:
    """Ask for words to find a member by; the button leads back."""
    _ = translator.gettext
    text = _("Type a part of the unit's name, a country, or the member's number. Names of people are not kept.")
    return View((escape(text),), ((Button(_("‹ Back"), back),),))


def ask_quotas(of: Plan, translator: Translator) -> View:
    """Ask how many of each country can come."""
    _ = translator.gettext
    back = ShowAudience(of.event.id or 0) if of.is_draft else ShowPlan(of.event.id or 0)
    blocks = (bold(field_name(QUOTAS, translator)), _quotas(of.parts, translator), escape(_how_to_type(translator)))
    return View(tuple(filter(None, blocks)), ((Button(_("‹ Back"), back),),))


def quotas_refused(problem: QuotaProblem, translator: Translator) -> View:
    """Say why typed seats were not taken; the question stands."""
    _ = translator.gettext
    texts = {
        QuotaProblem.UNREADABLE: _("I cannot read this."),
        QuotaProblem.OUT_OF_RANGE: _("This number is not possible."),
        QuotaProblem.TWICE: _("A country is named twice."),
    }
    return View((bold(field_name(QUOTAS, translator)), escape(texts[problem]), escape(_how_to_type(translator))))


def too_many(translator: Translator) -> str:
    """Say that an audience has as many lines as it can; plain text, at most 200 characters."""
    text = translator.gettext("There are {count} choices already, and there can be no more. Take some out first.")
    return text.format(count=MOST_LINES)


def counts(of: Plan, translator: Translator) -> list[str]:
    """Return how many would be invited, and in which language each group reads it, as lines of HTML."""
    _ = translator.gettext
    total = translator.ngettext("Invited would be: {count} person.", "Invited would be: {count} people.", of.people)
    found = [bold(total.format(count=of.people))]
    for locale, people in sorted(of.parts.reach.by_locale.items()):
        shown = in_language(of.texts, locale).locale if of.texts else locale
        known = _("{language}: {count}") if shown == locale else _("{language}: {count}, in {other}")
        found.append(f"• {escape(known.format(language=own_name(locale), count=people, other=own_name(shown)))}")
    return found


def _quotas(parts: Parts, translator: Translator) -> str:
    if not parts.quotas:
        return ""
    text = translator.gettext("{field}: {value}")
    value = quotas_listed(parts.quotas, translator)
    return escape(text.format(field=field_name(QUOTAS, translator), value=value))


def _how_to_type(translator: Translator) -> str:
    _ = translator.gettext
    return "\n".join(
        [
            _("How many of each country can come at most? For example: MD 3, RO 2"),
            _("Countries that you do not name are limited by the seats alone."),
            _("A single dash (-) takes it away."),
        ]
    )


def _toggle(of: Plan, kind: AudienceKind, option: Option, page: int, translator: Translator) -> Button:
    is_chosen = option.value in of.parts.chosen(kind)
    target = ChooseInvited(of.event.id or 0, kind, page, option.code)
    return Button(f"{_box(is_chosen)} {option_label(kind, option, translator)}", target)


def option_label(kind: AudienceKind, option: Option, translator: Translator) -> str:
    """Return a value in a few words: its name, and how many have it, or where a member works."""
    name = value_name(kind, option.value, translator)
    about = f" · {option.about}" if option.about else ""
    label = name + about
    short = label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"
    return short if kind is AudienceKind.MEMBER else f"{short} ({option.people})"


def _box(is_chosen: bool) -> str:  # noqa: FBT001  # a fact
    return "✅" if is_chosen else "⬜"
