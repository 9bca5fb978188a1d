"""Callback data and deep links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.callbacks import (
    MAX_BYTES,
    AddDocument,
    AdviseChannel,
    AnswerEvent,
    AnswerFor,
    AppointOwner,
    AskAccess,
    BeginEvent,
    BrowseArticles,
    BrowseCategories,
    CancelEvent,
    ChangeRole,
    ChooseAudience,
    ChooseLead,
    ChooseOwner,
    CommentRating,
    ConfirmBroadcast,
    ConfirmContact,
    ConfirmReading,
    CorrectContact,
    DecideAccess,
    DecideCorrection,
    DiscardDraft,
    DraftStep,
    EditDraft,
    EditText,
    ExportAnswers,
    ExportRatings,
    FinishFollowUp,
    FollowDeadline,
    ForgetMe,
    ForgetStep,
    InvitationStep,
    InviteCountry,
    ListAudit,
    ListBroadcasts,
    ListContactCountries,
    ListContacts,
    ListCorrections,
    ListCoverGaps,
    ListDocuments,
    ListEvents,
    ListFollowUps,
    ListFunctionCountries,
    ListMembers,
    ListPastEvents,
    ListRatings,
    ListStaleContacts,
    ListTerms,
    MakeInvitation,
    MakeReport,
    NominateColleague,
    Page,
    PickDay,
    PreviewEvent,
    PublishEvent,
    RateArticle,
    RateEvent,
    RemindAgain,
    RemoveDocument,
    RemoveMember,
    ResetLeads,
    RevokeInvitation,
    Route,
    RunDeed,
    SaveContact,
    SendAt,
    SendCalendar,
    SendDocument,
    SetField,
    SetLanguage,
    ShowArticle,
    ShowBetween,
    ShowContact,
    ShowEvent,
    ShowForm,
    ShowLeads,
    ShowMember,
    ShowOwnData,
    ShowParticipants,
    ShowPlan,
    ShowRatings,
    ShowTerm,
    SnoozeFollowUp,
    StaleButtonError,
    SteerBroadcast,
    TextDeed,
    TickItem,
    TypeLead,
    WriteNote,
    article_of_payload,
    article_payload,
)
from bot.callbacks.event_audience import AskQuotas, ChooseInvited, FindMember, ShowAudience
from bot.callbacks.event_checklist import PutOnChecklist, ShowChecklist, TakeOffChecklist
from bot.callbacks.event_drafting import CopyEvent, ListEarlier, SetKind, SetRepetition, SkipDay, WriteEvent
from bot.callbacks.event_invitations import InviteMember, InviteMore, TakeBackInvitation
from bot.callbacks.event_map import AskPoint, DropPoint, ShowMap
from bot.callbacks.event_texts import EditEventText, EventTextDeed, ShowTexts
from bot.callbacks.event_unreached import ListUnreached
from bot.callbacks.own_zone import SetOwnZone, ShowOwnZone, TypeOwnZone
from bot.callbacks.quiet import SetQuietHours, ShowQuietHours, TypeQuietHours
from bot.functions import Function
from bot.models import AudienceKind, ReceiverKind
from bot.services.broadcasts.audience import code_of
from knowledge import Category, Country

LARGEST = 2**31 - 1
"""Number of a row that PostgreSQL holds."""
ROUTES: list[Route] = [
    ShowArticle("hot-pursuit", "sr_Latn", Page.SOURCES),
    RateArticle("hot-pursuit", "uk", helpful=True),
    RateArticle("hot-pursuit", "uk", helpful=False),
    BrowseCategories(),
    BrowseArticles(Category.EUROPOL_EU, 2),
    SetLanguage("ka"),
    ShowBetween(Country.HU),
    AdviseChannel(),
    ShowForm("vehicle"),
    ShowTerm("diffusion", "uk"),
    ListTerms("hot-pursuit", "uk"),
    AskAccess(),
    AskAccess("HU"),
    ListUnreached(LARGEST),
    ShowOwnZone(),
    SetOwnZone("MD"),
    SetOwnZone(),
    TypeOwnZone(),
    ShowQuietHours(),
    SetQuietHours(1320, 390),
    TypeQuietHours(),
    DecideAccess(7, approve=True),
    MakeInvitation(),
    MakeInvitation("translator", "sr_Latn", 30, 20, InvitationStep.CREATE),
    RevokeInvitation(7),
    ListMembers(2),
    ShowMember(7),
    ChangeRole(7, "coordinator", "RS", give=False),
    ChangeRole(7, "officer", None, give=True),
    RemoveMember(7, confirmed=False),
    ListAudit(),
    ListAudit(70),
    ListContactCountries(),
    ListContacts("RS"),
    ListContacts("RS", Function.BORDER_CENTRE),
    ListFunctionCountries(Function.NCB),
    ShowContact(12),
    SaveContact(12),
    ChooseOwner(12, 1),
    AppointOwner(12),
    AppointOwner(12, 2_147_483_647),
    ConfirmContact(12),
    CorrectContact(12),
    CorrectContact(12, "duty_phones"),
    DecideCorrection(7, approve=True),
    ListCorrections(),
    ListStaleContacts(),
    ListCoverGaps(),
    ShowOwnData(),
    ForgetMe(ForgetStep.ERASE, 29_000_000),
    *(EditDraft(LARGEST, step) for step in DraftStep),
    *(EditText(LARGEST, "sr_Latn", deed) for deed in TextDeed),
    *(ChooseAudience(LARGEST, kind, 99, code_of(kind, "coordinator")) for kind in ReceiverKind),
    ChooseAudience(1, ReceiverKind.UNIT),
    SendAt(LARGEST, 40_000_000),
    ConfirmBroadcast(LARGEST, LARGEST),
    ListBroadcasts(2),
    *(SteerBroadcast(LARGEST, deed) for deed in RunDeed),
    ConfirmReading(LARGEST),
    BeginEvent("study_visit"),
    ShowPlan(7),
    SetField(7, "host_country"),
    PickDay(7, "2027-03-15"),
    InviteCountry(7, "RS", invited=True),
    ShowAudience(LARGEST),
    *(ChooseInvited(LARGEST, kind, 99, code_of(ReceiverKind(kind), "administrator")) for kind in AudienceKind),
    ChooseInvited(7, AudienceKind.MEMBER),
    FindMember(7),
    AskQuotas(7),
    ShowChecklist(7),
    PutOnChecklist(LARGEST, "nomination_form"),
    PutOnChecklist(LARGEST, "nomination_form", 14),
    TakeOffChecklist(LARGEST, LARGEST, confirmed=True),
    ShowTexts(7),
    *(EditEventText(LARGEST, "sr_Latn", deed) for deed in EventTextDeed),
    ShowMap(7),
    AskPoint(7),
    DropPoint(7),
    InviteMore(7, 2),
    InviteMember(LARGEST, LARGEST, confirmed=True),
    TakeBackInvitation(LARGEST, confirmed=False),
    PreviewEvent(7, "sr_Latn"),
    PublishEvent(7, confirmed=False),
    DiscardDraft(7, confirmed=True),
    CancelEvent(7),
    WriteEvent(),
    SetKind(7),
    SetKind(7, "study_visit"),
    ListEarlier(2),
    CopyEvent(7),
    CopyEvent(LARGEST, "2027-03-15"),
    SetRepetition(7),
    SetRepetition(7, "w"),
    SetRepetition(LARGEST, "w", "u20271231"),
    SkipDay(7),
    SkipDay(LARGEST, 12, "20270316", takes_place=False),
    ListEvents(1),
    ShowEvent(7),
    AnswerEvent(7, "maybe"),
    NominateColleague(7),
    NominateColleague(7, 12),
    WriteNote(7),
    TickItem(7, done=True),
    SendCalendar(),
    SendCalendar(7),
    RemindAgain(7, 3),
    ShowParticipants(7, 2),
    AnswerFor(7),
    AnswerFor(7, "no"),
    ExportAnswers(7, "xlsx"),
    RateEvent(7, "content"),
    RateEvent(7, "content", 5),
    ListPastEvents(1),
    ListRatings(7),
    CommentRating(7, "usefulness", write=True),
    ShowRatings(7),
    ExportRatings(7, "xlsx"),
    MakeReport(7),
    ListDocuments(7),
    SendDocument(7),
    AddDocument(7),
    RemoveDocument(7, confirmed=True),
    ShowLeads(),
    ShowLeads(7),
    ChooseLead(None, "14d", wanted=True),
    ChooseLead(LARGEST, "999h", wanted=False),
    TypeLead(7),
    ResetLeads(),
    ListFollowUps(),
    SnoozeFollowUp(7, 3),
    FinishFollowUp(7),
    FollowDeadline("hot-pursuit", 0),
]


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.pack())
def test_what_is_packed_is_read_again(route: Route) -> None:
    assert type(route).parse(route.pack()) == route


def test_every_route_is_tried_here() -> None:
    kinds = {kind for kind in Route.__subclasses__() if kind.__module__.startswith("bot.")}
    assert {type(route) for route in ROUTES} == kinds


def test_prefixes_differ() -> None:
    kinds = {type(route) for route in ROUTES}
    assert len({kind.prefix for kind in kinds}) == len(kinds)


def test_the_longest_article_id_fits() -> None:
    assert len(ShowArticle("x" * 40, "sr_Latn", Page.SOURCES).pack().encode()) <= MAX_BYTES


def test_more_than_telegram_takes_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="expected at most 64"):
        SetLanguage("ქ" * 30).pack()


@given(st.text(max_size=64))
def test_anything_a_client_may_send_is_read_or_stale(callback_data: str) -> None:
    for kind in {type(route) for route in ROUTES}:
        try:
            assert kind.parse(callback_data).pack()
        except StaleButtonError:
            continue


@pytest.mark.parametrize("callback_data", [None, "", "a", "a:x:en", "a:x:en:99", "r:x:en:yes", "b:operations:x"])
def test_damaged_data_is_stale(callback_data: str | None) -> None:
    for kind in (ShowArticle, RateArticle, BrowseArticles):
        with pytest.raises(StaleButtonError):
            kind.parse(callback_data)


def test_a_deep_link_names_an_article() -> None:
    assert article_of_payload(article_payload("hot-pursuit")) == "hot-pursuit"


@pytest.mark.parametrize("payload", ["", "help", "a_", "a_Hot", "b_hot-pursuit", "a_hot-pursuit "])
def test_other_payloads_name_none(payload: str) -> None:
    assert article_of_payload(payload) is None
