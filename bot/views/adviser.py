"""The channel adviser: its questions, and its advice."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.callbacks import AdviseChannel, ShowBetween
from bot.i18n import Translator
from bot.views import Button, View, in_pairs
from bot.views.articles import article_button, form_button
from bot.views.between import Texts, country_label, instrument_name, reason_text
from bot.views.cases import contact_name, purpose_name, subject_name, urgency_name
from bot.views.html import bold, escape, piece
from bot.views.terms import channel_name
from knowledge import Channel, Country, Duration, LocalisedArticle
from knowledge.adviser import Advice, Case, Offer, Refusal
from knowledge.channel_rules import ChannelRule, Purpose, Subject, Urgency
from knowledge.instruments import Instrument
from knowledge.pieces import CHANNEL_CONTEXT

MAX_ARTICLES = 4
"""Buttons to procedures below an advice."""


def question(draft: AdviseChannel, translator: Translator) -> View:
    """Ask for the first thing that is not known yet."""
    _ = translator.gettext
    blocks = [bold(_("Which channel?"))]
    if said := _said(draft, translator):
        blocks.append(escape(" · ".join(said)))
    prompt, choices = _choices(draft, translator)
    rows = in_pairs([Button(label, route) for label, route in choices])
    return View((*blocks, escape(prompt)), (*rows, *_back(draft, translator)))


@dataclass(frozen=True)
class Advised:
    """A case and what was found for it.

    Attributes:
        case: what was asked.
        advice: the channels.
        articles: procedures to read, the best channel's first.
        form_id: the form of the request.
        instruments: by id, all that the rules name.
    """

    case: Case
    advice: Advice
    articles: Sequence[LocalisedArticle]
    form_id: str
    instruments: Mapping[str, Instrument]


def advice(advised: Advised, texts: Texts, translator: Translator) -> View:
    """Show the channels in their order with basis, conditions and time limits; and those not to use."""
    _ = translator.gettext
    case, given = advised.case, advised.advice
    draft = AdviseChannel(case.own, case.partner, case.subject, case.urgency, case.purpose)
    blocks = [bold(_("Which channel?")), escape(" · ".join(_said(draft, translator)))]
    for number, offer in enumerate(given.offers, start=1):
        basis = _basis(offer.rule, advised.instruments, texts, translator)
        blocks.append("\n".join([f"<b>{number}.</b> {_offer(offer, texts, translator)}", *basis]))
    if given.refusals:
        lines = (_refusal(refusal, texts, translator) for refusal in given.refusals)
        blocks.append("\n".join([bold("⛔ " + _("Do not use")), *lines]))
    note = _("The order is advice: the rules of your country on channels decide. Send one request over one channel.")
    blocks.append(f"<i>{escape(note)}</i>")
    rows = [(article_button(article),) for article in advised.articles[:MAX_ARTICLES]]
    rows.append((form_button(advised.form_id, translator),))
    return View(tuple(blocks), (*rows, *_after(draft, translator)))


def article_ids(given: Advice) -> list[str]:
    """Return the procedures of an advice, the best channel's first, each once."""
    offered = [article for offer in given.offers for article in offer.rule.articles]
    return list(dict.fromkeys(offered))


def _after(draft: AdviseChannel, translator: Translator) -> tuple[tuple[Button, ...], ...]:
    _ = translator.gettext
    return ((Button(_("All between the two"), ShowBetween(draft.own, draft.partner)), *_back(draft, translator)[0]),)


def _said(draft: AdviseChannel, translator: Translator) -> list[str]:
    """Name what is known already."""
    said = [country_label(country, translator) for country in (draft.own, draft.partner) if country]
    said = [" → ".join(said)] if said else []
    if draft.subject:
        said.append(subject_name(draft.subject, translator))
    if draft.urgency:
        said.append(urgency_name(draft.urgency, translator))
    if draft.purpose:
        said.append(purpose_name(draft.purpose, translator))
    return said


Choices = Sequence[tuple[str, AdviseChannel]]


def _choices(draft: AdviseChannel, translator: Translator) -> tuple[str, Choices]:
    """Return the next question and its answers."""
    _ = translator.gettext
    if draft.own is None:
        own = [(country_label(one, translator), replace(draft, own=one)) for one in Country]
        return _("Which is your own country?"), own
    if draft.partner is None:
        others = [one for one in Country if one is not draft.own]
        partners = [(country_label(one, translator), replace(draft, partner=one)) for one in others]
        return _("And which is the partner country?"), partners
    if draft.subject is None:
        subjects = [(subject_name(one, translator), replace(draft, subject=one)) for one in Subject]
        return _("What is it about?"), subjects
    if draft.urgency is None:
        urgencies = [(urgency_name(one, translator), replace(draft, urgency=one)) for one in Urgency]
        return _("Is it urgent?"), urgencies
    purposes = [(purpose_name(one, translator), replace(draft, purpose=one)) for one in Purpose]
    return _("What do you need it for?"), purposes


def _back(draft: AdviseChannel, translator: Translator) -> tuple[tuple[Button, ...], ...]:
    """Offer to take the last answer back."""
    known = [name for name in ("purpose", "urgency", "subject", "partner", "own") if getattr(draft, name) is not None]
    if not known:
        return ()
    without = replace(draft, **{known[0]: None})
    return ((Button(translator.gettext("« Back"), without),),)


def _offer(offer: Offer, texts: Texts, translator: Translator) -> str:
    _ = translator.gettext
    rule = offer.rule
    lines = [_channel(rule.channel, translator)]
    lines.append(piece(texts(CHANNEL_CONTEXT, rule.because)))
    lines += [f"❔ {instrument_name(doubt, texts)}: {escape(reason_text(doubt, translator))}" for doubt in offer.doubts]
    lines += [f"• {piece(texts(CHANNEL_CONTEXT, text))}" for text in rule.conditions]
    lines += ["⏱ " + deadline for deadline in _deadlines(rule, texts, translator.duration)]
    lines.append("→ " + escape(_("Goes to: {contact}").format(contact=contact_name(rule.contact, translator))))
    return "\n".join(lines)


def _channel(channel: Channel, translator: Translator) -> str:
    """Return the name of a channel at the beginning of a line; letters without a capital stay as they are."""
    name = channel_name(channel, translator)
    return bold(name[:1].title() + name[1:])


def _basis(rule: ChannelRule, instruments: Mapping[str, Instrument], texts: Texts, translator: Translator) -> list[str]:
    """Return the line with the legal basis, or nothing."""
    names = []
    for basis in rule.bases:
        instrument = instruments[basis.instrument]
        name = (
            escape(instrument.short)
            if instrument.short
            else piece(texts(f"instrument/{instrument.id}", instrument.name))
        )
        text = escape(translator.gettext("{instrument}, Art. {articles}") if basis.articles else "{instrument}")
        names.append(text.format(instrument=name, articles=escape(basis.articles or "")))
    return ["⚖️ " + "; ".join(names)] if names else []


def _deadlines(rule: ChannelRule, texts: Texts, written: Callable[[Duration], str]) -> list[str]:
    return [
        piece(texts(CHANNEL_CONTEXT, deadline.label)).format(duration=bold(written(deadline.duration)))
        for deadline in rule.deadlines
    ]


def _refusal(refusal: Refusal, texts: Texts, translator: Translator) -> str:
    """Say why a channel is not to be used."""
    name = _channel(refusal.rule.channel, translator)
    if refusal.missing is None:
        return f"• {name} – {piece(texts(CHANNEL_CONTEXT, refusal.rule.because))}"
    reason = escape(reason_text(refusal.missing, translator))
    if refusal.rule.channel is Channel.NATIONAL:
        return f"• {instrument_name(refusal.missing, texts)}: {reason}"
    return f"• {name} – {instrument_name(refusal.missing, texts)}: {reason}"
