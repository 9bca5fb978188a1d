"""How an event was rated, for its coordinator: mean, count and shape for each aspect, comments without names."""

from collections.abc import Mapping

from bot.callbacks import ExportRatings, ShowParticipants
from bot.i18n import Translator
from bot.models import Aspect
from bot.services.events.exports import Format
from bot.services.events.listing import Listed
from bot.services.events.ratings import AspectSummary
from bot.views import Button, View
from bot.views.event_card import title
from bot.views.event_ratings import Reading, aspect_name, closing
from bot.views.html import bold, escape

NONE, LEVELS = "▁", "▂▃▄▅▆▇█"
"""A count of nobody, and of somebody up to the largest."""


def summary(listed: Listed, found: Mapping[Aspect, AspectSummary], at: Reading, translator: Translator) -> View:
    """Show how an event was rated so far, or in the end."""
    _ = translator.gettext
    event_id = listed.event.id or 0
    heading = escape(_("⭐ How {title} was rated")).format(title=bold(title(listed, translator)))
    blocks = [heading, escape(closing(listed, at, translator))]
    for aspect, each in found.items():
        blocks.append(f"{bold(aspect_name(aspect, translator))}\n{_figures(each, translator)}")
        blocks += [f"– <i>{escape(comment)}</i>" for comment in each.comments]
    files = tuple(Button(form.upper(), ExportRatings(event_id, form)) for form in Format)
    return View(tuple(blocks), (files, (Button(_("👥 Who comes"), ShowParticipants(event_id)),)))


def bars(stars: Mapping[int, int]) -> str:
    """Return a picture of how many gave so many stars, a character a number, the highest for the most frequent."""
    most = max(stars.values(), default=0)
    return "".join(LEVELS[-(-count * len(LEVELS) // most) - 1] if count else NONE for _, count in sorted(stars.items()))


def _figures(of: AspectSummary, translator: Translator) -> str:
    if of.mean is None:
        return escape(translator.gettext("Nobody has rated this."))
    text = translator.ngettext("{mean} of 5, {count} rating", "{mean} of 5, {count} ratings", of.people)
    counts = " · ".join(f"{number}⭐ {count}" for number, count in sorted(of.stars.items()))
    figures = escape(text.format(mean=translator.number(of.mean), count=of.people))
    return f"{figures}\n<code>1 {bars(of.stars)} 5</code>\n{counts}"
