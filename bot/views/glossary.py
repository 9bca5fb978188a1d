"""Terms of police cooperation: one term in all languages, several to choose from, those of an article."""

from collections.abc import Iterable, Sequence

from bot.callbacks import Page, ShowArticle, ShowTerm
from bot.i18n import Translator, by_own_name
from bot.services.terms import TermEntry
from bot.views import Button, View, in_pairs
from bot.views.articles import article_button
from bot.views.html import bold, escape, link, piece
from knowledge import LocalisedArticle, Text
from knowledge.glossary import Equivalent, Glossary


def usage(translator: Translator) -> View:
    """Say how a term is looked up."""
    _ = translator.gettext
    return View((escape(_("Type /term and a word or abbreviation, in any language: /term extradition")),))


def unknown(translator: Translator) -> View:
    """Say that the glossary has no such term."""
    _ = translator.gettext
    blocks = (
        bold(_("The glossary has no such term.")),
        escape(_("Try another form of the word, or ask it as a question.")),
    )
    return View(blocks)


def choice(terms: Sequence[tuple[str, str]], translator: Translator) -> View:
    """Offer terms to choose from; `terms` are (id, name)."""
    rows = tuple((Button(name, ShowTerm(term_id, translator.locale)),) for term_id, name in terms)
    return View((bold(translator.gettext("Which term do you mean?")),), rows)


def term(entry: TermEntry, translator: Translator) -> View:
    """Show a term: what it means, how each language says it, what not to say, where it matters."""
    _ = translator.gettext
    said = entry.said
    own = said.get(translator.locale, entry.term)
    others = [_line(name, said[locale]) for locale, name in by_own_name(said) if locale != translator.locale]
    blocks = ["<b>" + escape(own.term) + "</b>" + _also(own), piece(entry.definition)]
    if own.avoid:
        blocks.append("🚫 " + escape(_("Do not say: {forms}").format(forms=", ".join(own.avoid))))
    blocks.append("\n".join(others))
    blocks += [
        _("{source} (read on {date})").format(
            source=link(source.title, str(source.url)), date=escape(translator.date(source.read))
        )
        for source in entry.term.sources
    ]
    note = _("Equivalents are drafts until a native speaker has reviewed them.")
    blocks.append(f"<i>{escape(note)}</i>")
    rows = [(article_button(article),) for article in entry.articles]
    see = [Button(f"↪ {name}", ShowTerm(term_id, translator.locale)) for term_id, name in entry.see]
    return View(tuple(block for block in blocks if block), (*rows, *in_pairs(see)))


def of_article(article: LocalisedArticle, names: Sequence[tuple[str, str]], translator: Translator) -> View:
    """Offer the terms of an article; `names` are (id, name)."""
    rows = [(Button(name, ShowTerm(term_id, article.locale)),) for term_id, name in names]
    back = Button(translator.gettext("« Short answer"), ShowArticle(article.id, article.locale, Page.CARD))
    heading = bold(translator.gettext("Terms in this article"))
    return View((f"<b>{piece(Text(article.title.text))}</b>", heading), (*rows, (back,)))


def names(glossary: Glossary, term_ids: Iterable[str], locale: str) -> list[tuple[str, str]]:
    """Return (id, name in this language) of terms."""
    return [(term_id, glossary.name(term_id, locale)) for term_id in term_ids]


def _also(said: Equivalent) -> str:
    return f" ({escape(', '.join(said.also))})" if said.also else ""


def _line(language: str, said: Equivalent) -> str:
    return f"{escape(language)}: <b>{escape(said.term)}</b>{_also(said)}"
