"""The files of an event on the screen."""

from typing import Any

import pytest

from bot.callbacks import Route, ShowEvent, ShowPlan
from bot.i18n import Languages
from bot.models import EventDocument, EventState, FileKind
from bot.services.events.documents import MOST_DOCUMENTS, DocumentRefusal, Shelf
from bot.views import MediaKind, event_card, event_documents
from bot.views.event_card import Reader
from tests.views.telegram import accept
from tests.views.test_all import LOCALES
from tests.views.test_events import BELGRADE, ENGLISH, TEXTS, labels, listed, read

FORM = EventDocument(id=4, event_id=7, file_id="file-4", name="form & <map>.pdf")
PHOTO = EventDocument(id=5, event_id=7, file_id="photo-5", kind=FileKind.PHOTO, name="")


def shelf(*documents: EventDocument, plans: bool = False, **fields: Any) -> Shelf:  # noqa: ANN401  # of Event
    """Return the documents of an event."""
    return Shelf(listed(**fields).event, TEXTS, documents, plans)


def test_participants_see_names_and_get_files() -> None:
    view = event_documents.listing(shelf(FORM, PHOTO), ENGLISH)
    assert read(view) == "📎 Documents of Visit <1>\n\n• form & <map>.pdf\n• Photo"
    assert labels(view) == ["📄 form & <map>.pdf", "📄 Photo", "‹ Back"]


def test_who_plans_adds_and_removes_as_long_as_there_is_room() -> None:
    assert labels(event_documents.listing(shelf(FORM, plans=True), ENGLISH)) == [
        "📄 form & <map>.pdf",
        "🗑",
        "➕ Add a document",
        "‹ Back",
    ]
    full = labels(event_documents.listing(shelf(*[FORM] * MOST_DOCUMENTS, plans=True), ENGLISH))
    assert "➕ Add a document" not in full


@pytest.mark.parametrize(("state", "leads_to"), [(EventState.DRAFT, ShowPlan(7)), (EventState.PUBLISHED, ShowEvent(7))])
def test_the_way_back_is_where_one_came_from(state: EventState, leads_to: Route) -> None:
    view = event_documents.listing(shelf(plans=True, state=state), ENGLISH)
    assert view.rows[-1][-1].target == leads_to


@pytest.mark.parametrize(("document", "kind"), [(FORM, MediaKind.DOCUMENT), (PHOTO, MediaKind.PHOTO)])
def test_a_file_is_sent_as_it_came_and_can_be_kept(document: EventDocument, kind: MediaKind) -> None:
    view = event_documents.document(shelf(document), document, ENGLISH)
    assert view.media is not None
    assert (view.media.file_id, view.media.kind, view.is_protected) == (document.file_id, kind, False)


@pytest.mark.parametrize(
    ("reader", "label"),
    [
        (Reader(BELGRADE, documents=2), "📎 Documents: 2"),
        (Reader(BELGRADE), None),
        (Reader(BELGRADE, plans=True), "📎 Documents: 0"),
    ],
)
def test_the_card_leads_to_documents_where_there_are_some_or_can_be(reader: Reader, label: str | None) -> None:
    found = [each for each in labels(event_card.card(listed(), reader, ENGLISH)) if "Documents" in each]
    assert found == ([label] if label else [])


@pytest.mark.parametrize("locale", LOCALES)
def test_every_screen_is_taken_in_every_language(languages: Languages, locale: str) -> None:
    translator = languages.translator(locale)
    long = EventDocument(id=6, event_id=7, file_id="file-6", name="&" * 120)
    for view in (
        event_documents.listing(shelf(*[long] * MOST_DOCUMENTS, plans=True), translator),
        event_documents.listing(shelf(), translator),
        event_documents.ask(7, translator),
        *(event_documents.added(each, is_told=True, translator=translator) for each in (FORM, PHOTO)),
        *(event_documents.refused(refusal, 7, translator) for refusal in DocumentRefusal),
        event_documents.confirm_removal(FORM, translator),
        event_documents.document(shelf(FORM), FORM, translator),
        event_documents.told(listed(), shelf(FORM, PHOTO), translator),
    ):
        accept(view)
