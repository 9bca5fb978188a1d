"""Every role against everything that can be done in the chat; a handler without a row here fails."""

from collections.abc import Mapping
from typing import Any

import pytest
from sqlalchemy import delete
from telegram.ext import BaseHandler

from bot.callbacks import (
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
    ChooseLead,
    ChooseOwner,
    CommentRating,
    ConfirmContact,
    CorrectContact,
    DecideAccess,
    DecideCorrection,
    DiscardDraft,
    ExportAnswers,
    ExportRatings,
    FinishFollowUp,
    FollowDeadline,
    ForgetMe,
    ForgetStep,
    InviteCountry,
    ListAudit,
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
    SaveContact,
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
    TickItem,
    TypeLead,
    WriteNote,
)
from bot.callbacks.broadcasts import (
    ChooseAudience,
    ConfirmBroadcast,
    ConfirmReading,
    DraftStep,
    EditDraft,
    EditText,
    ListBroadcasts,
    RunDeed,
    SendAt,
    SteerBroadcast,
    TextDeed,
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
from bot.context import BotContext
from bot.database import Database
from bot.functions import Function
from bot.gate import Gated
from bot.models import Channel, Grant, Member, Role
from bot.services.permission_table import EVERYBODY
from bot.services.permissions import Access, Action, Held, access_of
from knowledge import Category
from tests.chat import Message, Person, Room
from tests.conftest import NOW

INLINE = "@inline red notice"
DEEDS: Mapping[str, str | Route] = {
    "flooding.screen": "/start",
    "presence.note": "/start",
    "personal_data.screen": "write to somebody@example.org",
    "personal_data.screen_inline": "@inline somebody@example.org",
    "typed.cancel": "/cancel",
    "typed.forget": "/cancel",
    "typed.take_file": "@file",
    "typed.take": "hot pursuit across the border",
    "start.start": "/start",
    "start.show_help": "/help",
    "access.offer": "/access",
    "access.show": "/requests",
    "access.ask": AskAccess(),
    "access.decide": DecideAccess(99, approve=True),
    "invitations.begin": "/invite",
    "invitations.show": "/invitations",
    "invitations.go_on": MakeInvitation(),
    "invitations.revoke": RevokeInvitation(99),
    "members.show": "/members",
    "members.turn": ListMembers(1),
    "members.open_member": ShowMember(99),
    "members.change_role": ChangeRole(99, Role.OFFICER, None, give=True),
    "members.remove": RemoveMember(99, confirmed=True),
    "broadcasts.begin": "/broadcast",
    "broadcasts.go_on": EditDraft(99, DraftStep.OVERVIEW),
    "broadcast_texts.go_on": EditText(99, "en", TextDeed.OPEN),
    "broadcast_audience.choose": ChooseAudience(99, "country"),
    "broadcast_times.choose": SendAt(99, 30_000_000),
    "broadcast_runs.show": "/broadcasts",
    "broadcast_runs.turn": ListBroadcasts(1),
    "broadcast_runs.confirm": ConfirmBroadcast(99, 1),
    "broadcast_runs.steer": SteerBroadcast(99, RunDeed.SHOW),
    "broadcast_receipts.confirm": ConfirmReading(99),
    "audit.show": "/audit",
    "audit.turn": ListAudit(7),
    "privacy.show": "/privacy",
    "privacy.send": ShowOwnData(),
    "privacy.offer_to_forget": "/forgetme",
    "privacy.forget": ForgetMe(ForgetStep.KEEP, 0),
    "privacy.refuse_in_group": "/privacy",
    "language.offer": "/language",
    "language.choose": SetLanguage("en"),
    "browse.browse": "/browse",
    "browse.show_categories": BrowseCategories(),
    "browse.show_shelf": BrowseArticles(Category.OPERATIONS, 0),
    "articles.show": ShowArticle("hot-pursuit", "en", Page.STEPS),
    "articles.rate": RateArticle("hot-pursuit", "en", helpful=True),
    "adviser.answer": "/channel",
    "adviser.show": AdviseChannel(),
    "between.answer": "/between HU RO",
    "between.show": ShowBetween(),
    "glossary.answer": "/term diffusion",
    "glossary.show": ShowTerm("diffusion", "en"),
    "glossary.show_terms": ListTerms("hot-pursuit", "en"),
    "request_forms.send": ShowForm("vehicle"),
    "contacts.look_up": "/contacts",
    "contacts.show_countries": ListContactCountries(),
    "contacts.show_country": ListContacts("RS"),
    "contacts.show_function": ListFunctionCountries(Function.NCB),
    "contacts.show_card": ShowContact(99),
    "contacts.save": SaveContact(99),
    "contact_corrections.ask": CorrectContact(99),
    "contact_corrections.show": ListCorrections(),
    "contact_corrections.decide": DecideCorrection(99, approve=True),
    "contact_upkeep.confirm": ConfirmContact(99),
    "contact_owners.offer": ChooseOwner(99),
    "contact_owners.appoint": AppointOwner(99, 1),
    "contact_upkeep.show_stale": ListStaleContacts(),
    "contact_upkeep.show_gaps": ListCoverGaps(),
    "events.show_coming": "/events",
    "events.show_agenda": "/agenda",
    "events.turn": ListEvents(1),
    "events.show": ShowEvent(99),
    "events.answer": AnswerEvent(99, "yes"),
    "events.nominate": NominateColleague(99, 7),
    "events.ask_note": WriteNote(99),
    "events.tick": TickItem(99, done=True),
    "events.again": RemindAgain(99, 3),
    "events.send_calendar": SendCalendar(99),
    "event_coordination.show": ShowParticipants(99),
    "event_coordination.answer_for": AnswerFor(99, "yes"),
    "event_unreached.show": ListUnreached(99),
    "event_coordination.export": ExportAnswers(99, "csv"),
    "event_ratings.show_past": ListPastEvents(),
    "event_ratings.show_own": ListRatings(99),
    "event_ratings.rate": RateEvent(99, "content", 5),
    "event_ratings.comment": CommentRating(99, "content", write=True),
    "event_ratings.show_summary": ShowRatings(99),
    "event_ratings.export": ExportRatings(99, "csv"),
    "event_reports.send": MakeReport(99),
    "event_documents.show": ListDocuments(99),
    "event_documents.send": SendDocument(99),
    "event_documents.ask": AddDocument(99),
    "event_documents.remove": RemoveDocument(99, confirmed=True),
    "event_leads.show": ShowLeads(99),
    "event_leads.choose": ChooseLead(99, "3d", wanted=True),
    "event_leads.ask": TypeLead(99),
    "event_leads.reset": ResetLeads(99),
    "plan_message.take": "/newevent title: Visit of the Example",
    "plan_message.show_template": WriteEvent(),
    "plan_message.set_kind": SetKind(99),
    "event_plans.offer": "/newevent",
    "event_plans.begin": BeginEvent("meeting"),
    "event_plans.show": ShowPlan(99),
    "event_plans.ask": SetField(99, "title"),
    "event_plans.pick_day": PickDay(99, "2027-03"),
    "event_copies.show_earlier": ListEarlier(),
    "event_copies.copy": CopyEvent(99),
    "event_repetition.choose": SetRepetition(99),
    "event_repetition.skip_day": SkipDay(99),
    "event_audience.show": ShowAudience(99),
    "event_audience.invite_country": InviteCountry(99, "RS", invited=True),
    "event_audience.choose": ChooseInvited(99, "unit"),
    "event_audience.ask_words": FindMember(99),
    "event_audience.ask_quotas": AskQuotas(99),
    "event_checklist.show": ShowChecklist(99),
    "event_checklist.put_on": PutOnChecklist(99, "visa"),
    "event_checklist.take_off": TakeOffChecklist(99, 99, confirmed=True),
    "event_texts.show": ShowTexts(99),
    "event_texts.go_on": EditEventText(99, "ka", EventTextDeed.WRITE),
    "event_map.show": ShowMap(99),
    "event_map.ask": AskPoint(99),
    "event_map.drop": DropPoint(99),
    "event_invitations.show": InviteMore(99),
    "event_invitations.invite": InviteMember(99, 99, confirmed=True),
    "event_invitations.take_back": TakeBackInvitation(99, confirmed=True),
    "event_publication.preview": PreviewEvent(99, "en"),
    "event_publication.publish_event": PublishEvent(99, confirmed=True),
    "event_publication.discard": DiscardDraft(99, confirmed=True),
    "event_publication.ask_reason": CancelEvent(99),
    "event_files.take": "@calendar",
    "own_zone.offer": "/zone",
    "own_zone.show": ShowOwnZone(),
    "own_zone.choose": SetOwnZone(),
    "own_zone.ask": TypeOwnZone(),
    "quiet.offer": "/quiet",
    "quiet.show": ShowQuietHours(),
    "quiet.choose": SetQuietHours(0, 0),
    "quiet.ask": TypeQuietHours(),
    "follow_ups.remind": "/remind 3d reply from partner",
    "follow_ups.show": ListFollowUps(),
    "follow_ups.snooze": SnoozeFollowUp(99, 1),
    "follow_ups.finish": FinishFollowUp(99),
    "follow_ups.follow_deadline": FollowDeadline("urgent-request", 0),
    "inline.offer": INLINE,
    "questions.answer": "hot pursuit across the border",
    "questions.refuse_command": "/frobnicate",
    "questions.refuse_content": "@file",
    "failures.refuse_button": "@button zz",
}
"""By handler: what a person types, presses (a route), asks inline (`@inline …`) or sends."""
ARTICLE = "Pursuing a fleeing person"
STRANGER = None
CLOSED, FORBIDDEN = "Only members can use it.", "You may not do this."


def gated(handler: BaseHandler[Any, BotContext, Any]) -> Gated:
    """Return the callback of a handler, which must be behind the gate."""
    callback: object = handler.callback
    assert isinstance(callback, Gated), f"{callback} states no action: put bot.gate.requires on it"
    return callback


def actions(room: Room) -> dict[str, Action]:
    """Return what each registered handler does, by module and function."""
    found = [gated(handler) for group in room.application.handlers.values() for handler in group]
    return {f"{each.callback.__module__.rpartition('.')[2]}.{each.callback.__name__}": each.action for each in found}


async def give(database: Database, person: Person, role: Role | None) -> Access:
    """Let a person have one role alone, for the whole network."""
    async with database.session() as session:
        member = Member(channel=Channel.TELEGRAM, chat_id=person.persona.user_id, created_at=NOW)
        session.add(member)
        await session.flush()
        assert member.id is not None
        if role is not None:
            session.add(Grant(member_id=member.id, role=role, granted_at=NOW))
        await session.commit()
        return await access_of(session, Channel.TELEGRAM, person.persona.user_id)


async def do(person: Person, deed: str | Route, pressed: Message) -> str:
    """Do something; return all that the assistant said to it, or the number of inline results.

    Args:
        person: who does it.
        deed: as in `DEEDS`.
        pressed: a message of the assistant, to press buttons below that it may not have.
    """
    before = len(person.persona.messages())
    if isinstance(deed, Route):
        await person.forges(pressed, deed.pack())
    elif deed.startswith("@inline "):
        return str(len((await person.types_inline(deed.removeprefix("@inline "))).results))
    elif deed.startswith("@button "):
        await person.forges(pressed, deed.removeprefix("@button "))
    elif deed == "@calendar":
        await person.sends("document", b"BEGIN:VCALENDAR", name="case.ics")
    elif deed == "@file":
        await person.sends("document", b"no text")
    else:
        await person.says(deed)
    said = [*person.persona.messages()[before:], person.persona.current(pressed)]
    return "\n".join(str(message.get("text", "")) for message in said)


def test_every_handler_has_a_deed_here(room: Room) -> None:
    assert set(actions(room)) == set(DEEDS)


@pytest.mark.parametrize("role", [*Role, STRANGER])
async def test_a_role_gets_what_it_is_allowed_and_nothing_else(
    room: Room, database: Database, role: Role | None
) -> None:
    person = room.person("stranger")
    access = await give(database, person, role)
    pressed = await person.asks("/language")
    seen = {}
    for name, action in actions(room).items():
        said = seen[name] = await do(person, DEEDS[name], pressed)
        allowed = access.may_somewhere(action)
        refused = said == "0" if DEEDS[name] == INLINE else CLOSED in said or FORBIDDEN in said
        if action in EVERYBODY:
            assert FORBIDDEN not in said, name
        else:
            assert refused != allowed, (name, said)
    assert any(ARTICLE in said for said in seen.values()) == (role is not STRANGER)


async def test_who_has_lost_their_role_is_a_stranger_at_the_next_press(
    room: Room, database: Database, officer: Person
) -> None:
    card = await officer.asks("hot pursuit")
    async with database.session() as session:
        await session.exec(delete(Grant))
        await session.commit()
    before = len(officer.persona.messages())
    await officer.forges(card, ShowArticle("hot-pursuit", "en", Page.STEPS).pack())
    assert len(officer.persona.messages()) == before + 1
    assert (await officer.types_inline("red notice")).results == []


def test_a_role_is_asked_for_its_own_scope_by_the_services() -> None:
    serbian = Access(1, frozenset({Held(Role.COORDINATOR, "RS")}))
    assert serbian.may_somewhere(Action.INVITE)
    assert not serbian.may(Action.INVITE, "HU")
