"""What two countries have between them, and why they do not have the rest."""

from collections.abc import Callable, Sequence

from bot.callbacks import AdviseChannel, ShowBetween
from bot.i18n import Translator
from bot.views import Button, View, in_pairs
from bot.views.articles import flag
from bot.views.html import bold, escape, piece
from knowledge import Country, Text
from knowledge.between import Availability, Link, Reason
from knowledge.instruments import Confidence

Texts = Callable[[str, str], Text]
"""(msgctxt, msgid) -> the piece of the knowledge base in the reader's language."""


def question(own: Country | None, translator: Translator) -> View:
    """Ask for the first country, or for the second one."""
    _ = translator.gettext
    prompt = _("Which is your own country?") if own is None else _("And which is the partner country?")
    buttons = [
        Button(country_label(country, translator), ShowBetween(own or country, country if own else None))
        for country in Country
        if country is not own
    ]
    return View((bold(_("What is there between two countries?")), escape(prompt)), in_pairs(buttons))


def between(pair: tuple[Country, Country], links: Sequence[Link], texts: Texts, translator: Translator) -> View:
    """Show which instruments two countries have between them, which need confirmation, and which they do not have."""
    _ = translator.gettext
    headings = {
        Availability.AVAILABLE: "✅ " + _("Available"),
        Availability.UNCONFIRMED: "❔ " + _("Needs confirmation before you rely on it"),
        Availability.UNAVAILABLE: "⛔ " + _("Not available"),
    }
    blocks = [bold(pair_label(pair, translator))]
    for availability, heading in headings.items():
        found = [found for found in links if found.availability is availability]
        if found:
            blocks += [bold(heading), *(_entry(one, texts, translator) for one in found)]
    blocks.append(
        escape(_("The sources stand in the articles; the matrix is a draft, not yet reviewed by the network."))
    )
    own, partner = pair
    rows = (
        (Button(_("Which channel for my case?"), AdviseChannel(own, partner)),),
        (Button(_("Other countries"), ShowBetween()),),
    )
    return View(tuple(blocks), rows)


def country_label(country: Country, translator: Translator) -> str:
    """Return flag and name of a country."""
    return f"{flag(country)} {translator.country(country)}"


def pair_label(pair: tuple[Country, Country], translator: Translator) -> str:
    """Return two countries as a heading."""
    return " ↔ ".join(country_label(country, translator) for country in pair)


def reason_text(link: Link, translator: Translator) -> str:
    """Say why an instrument is available between two countries or not."""
    _ = translator.gettext
    names = ", ".join(translator.country(country) for country in link.about)
    reasons = {
        Reason.BOTH_BOUND: _("both countries have it"),
        Reason.BINDS_SENDER: _("binds the sender: {countries}"),
        Reason.UNVERIFIED: _("not confirmed by a source yet: {countries}"),
        Reason.UNKNOWN: _("membership or status unknown: {countries}"),
        Reason.NOT_IN_FORCE: _("the list that was read shows no entry into force"),
        Reason.SIGNED_ONLY: _("signed, no ratification seen: {countries}"),
        Reason.NOT_BOUND: _("not a member or party: {countries}"),
        Reason.MEMBER_STATES_ONLY: _("binds EU Member States only, not: {countries}"),
        Reason.WITHIN_EU: _("is made with countries outside the EU"),
        Reason.NO_MEMBER_STATE: _("is made with the EU, not between these two countries"),
    }
    return reasons[link.reason].format(countries=names)


def instrument_name(link: Link, texts: Texts) -> str:
    """Return the short name of an instrument as HTML, or its name."""
    instrument = link.instrument
    return bold(instrument.short) if instrument.short else f"<b>{piece(texts(context(link), instrument.name))}</b>"


def context(link: Link) -> str:
    """Return the msgctxt of an instrument's texts."""
    return f"instrument/{link.instrument.id}"


def _entry(link: Link, texts: Texts, translator: Translator) -> str:
    """Show one instrument: what it is for, or why it is not to be had."""
    instrument = link.instrument
    heading = f"• {instrument_name(link, texts)}"
    if link.availability is Availability.UNAVAILABLE:
        return f"{heading} – {escape(reason_text(link, translator))}"
    lines = [heading]
    if instrument.purpose:
        lines[0] += f": {piece(texts(context(link), instrument.purpose))}"
    if link.reason is not Reason.BOTH_BOUND:
        lines.append(
            f"❔ {escape(reason_text(link, translator))}" if _doubtful(link) else escape(reason_text(link, translator))
        )
    elif link.confidence is not Confidence.CONFIRMED:
        lines.append(f"<i>{escape(_confidence(link.confidence, translator))}</i>")
    if instrument.caution:
        lines.append(f"⚠️ {piece(texts(context(link), instrument.caution))}")
    return "\n".join(lines)


def _doubtful(link: Link) -> bool:
    return link.availability is Availability.UNCONFIRMED


def _confidence(confidence: Confidence, translator: Translator) -> str:
    _ = translator.gettext
    if confidence is Confidence.SECONDARY:
        return _("Source: press or commentary, no official page read.")
    return _("Source: proved indirectly.")
