"""The files that go with an event: listed, asked for, removed, told of."""

from bot.callbacks import AddDocument, ListDocuments, RemoveDocument, SendDocument, ShowEvent, ShowPlan
from bot.i18n import Translator
from bot.models import EventDocument, EventState
from bot.services.events.documents import MOST_DOCUMENTS, DocumentRefusal, Shelf
from bot.services.events.listing import Listed
from bot.services.events.texts import in_language
from bot.views import Button, Media, MediaKind, View
from bot.views.event_card import LONGEST_LABEL, title
from bot.views.html import bold, escape


def listing(of: Shelf, translator: Translator) -> View:
    """Show the documents of an event, each with its button."""
    _ = translator.gettext
    event_id = of.event.id or 0
    heading = escape(_("📎 Documents of {title}")).format(title=bold(_title(of, translator)))
    lines = [f"• {escape(document_name(each, translator))}" for each in of.documents]
    none = escape(_("There are no documents."))
    rows = [(_get(each, translator), *_remove(each, of)) for each in of.documents]
    if of.plans and len(of.documents) < MOST_DOCUMENTS:
        rows.append((Button(_("➕ Add a document"), AddDocument(event_id)),))
    back = ShowPlan(event_id) if of.event.state is EventState.DRAFT else ShowEvent(event_id)
    return View((heading, "\n".join(lines) or none), (*rows, (Button(_("‹ Back"), back),)))


def ask(event_id: int, translator: Translator) -> View:
    """Ask for a file."""
    _ = translator.gettext
    text = _(
        "Now send a file or photo, one after the other. I cannot look into it, so see to it that it holds no personal "
        "data. /cancel ends this."
    )
    return View((escape(text),), ((Button(_("Finish"), ListDocuments(event_id)),),))


def added(document: EventDocument, *, is_told: bool, translator: Translator) -> View:
    """Confirm that a file was added; the next one may follow."""
    _ = translator.gettext
    text = escape(_("Added: {name}. Send the next one, or press Finish.")).format(
        name=bold(document_name(document, translator))
    )
    told = [escape(_("Those who are invited are told."))] if is_told else []
    return View((text, *told), ((Button(_("Finish"), ListDocuments(document.event_id)),),))


def refused(refusal: DocumentRefusal, event_id: int, translator: Translator) -> View:
    """Say why a file is not taken, and what to do."""
    _ = translator.gettext
    texts = {
        DocumentRefusal.TOO_MANY: _("An event has at most {count} documents. Remove one first.").format(
            count=MOST_DOCUMENTS
        ),
        DocumentRefusal.ALREADY: _("This file is there already. Send another one, or press Finish."),
        DocumentRefusal.NAME: _(
            "The name of the file seems to hold personal data. Give it another name and send it again."
        ),
    }
    return View((escape(texts[refusal]),), ((Button(_("Finish"), ListDocuments(event_id)),),))


def confirm_removal(document: EventDocument, translator: Translator) -> View:
    """Ask before a document is removed."""
    _ = translator.gettext
    text = escape(_("Remove {name}? Whoever has got it keeps it.")).format(
        name=bold(document_name(document, translator))
    )
    yes = (Button(_("Yes, remove"), RemoveDocument(document.id or 0, confirmed=True)),)
    return View((text,), (yes, (Button(_("No, keep"), ListDocuments(document.event_id)),)))


def document(of: Shelf, wanted: EventDocument, translator: Translator) -> View:
    """Return a document itself, with the title of its event below.

    It is not protected: people fill forms in, print letters and take programmes along.
    """
    return View((bold(_title(of, translator)),), media=Media(wanted.file_id, MediaKind(wanted.kind)))


def told(listed: Listed, of: Shelf, translator: Translator) -> View:
    """Say that there are new documents, and offer all there are."""
    _ = translator.gettext
    text = escape(_("📎 There are new documents for {title}.")).format(title=bold(title(listed, translator)))
    rows = [(_get(each, translator),) for each in of.documents]
    return View((text,), (*rows, (Button(_("Show the event"), ShowEvent(listed.event.id or 0)),)))


def document_name(of: EventDocument, translator: Translator) -> str:
    """Return what a document is called; not escaped."""
    return of.name or translator.gettext("Photo")


def _title(of: Shelf, translator: Translator) -> str:
    return in_language(of.texts, translator.locale).title or translator.gettext("(no title yet)")


def _get(of: EventDocument, translator: Translator) -> Button:
    label = f"📄 {document_name(of, translator)}"
    short = label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"
    return Button(short, SendDocument(of.id or 0))


def _remove(each: EventDocument, of: Shelf) -> list[Button]:
    return [Button("🗑", RemoveDocument(each.id or 0, confirmed=False))] if of.plans else []
