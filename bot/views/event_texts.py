"""Title and description of an event in several languages, for who plans it: which there are, and who reads which."""

from collections.abc import Iterable

from bot.callbacks import PreviewEvent, ShowPlan
from bot.callbacks.event_texts import EditEventText, EventTextDeed, ShowTexts
from bot.i18n import Translator, by_own_name, own_name
from bot.models import EventText
from bot.services.events.fields import FieldProblem
from bot.services.events.texts import LONGEST_DESCRIPTION, LONGEST_TITLE, in_language, stands_in
from bot.views import Button, View, in_pairs
from bot.views.event_parts import changes_are_told, preview_locales
from bot.views.event_plans import Plan
from bot.views.html import bold, escape


def texts(of: Plan, locales: Iterable[str], translator: Translator) -> View:
    """Show which languages there are and who reads which; offer all that can be written, and previews.

    Args:
        of: the event.
        locales: that a text can be written in.
        translator: of the reader.
    """
    _ = translator.gettext
    number = of.event.id or 0
    written = {text.locale for text in of.texts}
    buttons = [
        Button(
            f"✓ {name}" if locale in written else name,
            EditEventText(number, locale, EventTextDeed.OPEN if locale in written else EventTextDeed.WRITE),
        )
        for locale, name in by_own_name({*locales, *written})
    ]
    told = [] if of.is_draft else [escape(changes_are_told(translator))]
    blocks = (bold(_("Texts")), "\n".join(readers(of, translator)), *told)
    rows = (*in_pairs(buttons), *previews(of), (Button(_("‹ Back"), ShowPlan(number)),))
    return View(tuple(filter(None, blocks)), rows)


def text(of: Plan, written: EventText, translator: Translator) -> View:
    """Show one text as it was typed, with what can be done with it."""
    _ = translator.gettext
    number = of.event.id or 0
    rows = [(Button(_("Type it anew"), EditEventText(number, written.locale, EventTextDeed.WRITE)),)]
    if of.is_draft:
        rows.append((Button(_("Delete this text"), EditEventText(number, written.locale, EventTextDeed.DROP)),))
    rows.append((Button(_("« Texts"), ShowTexts(number)),))
    blocks = (own_name(written.locale), bold(written.title), escape(written.description))
    return View(tuple(filter(None, blocks)), tuple(rows))


def ask(of: Plan, locale: str, translator: Translator) -> View:
    """Ask for title and description in a language."""
    back = (Button(translator.gettext("‹ Back"), ShowTexts(of.event.id or 0)),)
    return View((bold(own_name(locale)), escape(_question(locale, translator))), (back,))


def refused(locale: str, problem: FieldProblem, translator: Translator) -> View:
    """Say why a text was not taken; the question stands."""
    _ = translator.gettext
    reasons = {
        FieldProblem.EMPTY: _("There is no title."),
        FieldProblem.TOO_LONG: _("The title has at most {title} characters, the description {description}.").format(
            title=LONGEST_TITLE, description=LONGEST_DESCRIPTION
        ),
    }
    reason = reasons.get(problem, _("I cannot read this."))
    return View((bold(own_name(locale)), escape(reason), escape(_question(locale, translator))))


def readers(of: Plan, translator: Translator) -> list[str]:
    """Return for each language of those who are invited how many read it, and what stands in where it has no text."""
    _ = translator.gettext
    found = []
    for locale, people in sorted(of.parts.reach.by_locale.items()):
        shown = in_language(of.texts, locale)
        known = _("{language}: {count}, in {other}") if stands_in(shown, locale) else _("{language}: {count}")
        line = known.format(language=own_name(locale), count=people, other=own_name(shown.locale))
        found.append(f"• {escape(line)}")
    return found


def previews(of: Plan) -> tuple[tuple[Button, ...], ...]:
    """Return buttons that show a draft with a date as each of its readers will see it, also where a text stands in."""
    if not of.is_draft or of.event.starts_at is None:
        return ()
    number = of.event.id or 0
    return in_pairs(
        [Button("👁 " + own_name(each), PreviewEvent(number, each)) for each in preview_locales(of.texts, of.parts)]
    )


def _question(locale: str, translator: Translator) -> str:
    _ = translator.gettext
    asked = _("Write the title on the first line and below it the description, both in: {language}")
    return asked.format(language=own_name(locale))
