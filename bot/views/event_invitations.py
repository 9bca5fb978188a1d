"""Single invitations after publication: whom to invite, what is asked before, and what was done."""

from collections.abc import Sequence

from bot.callbacks import AnswerFor, ShowParticipants
from bot.callbacks.event_audience import FindMember
from bot.callbacks.event_invitations import InviteMember, InviteMore, TakeBackInvitation
from bot.i18n import Translator
from bot.models import AudienceKind, Event
from bot.services.broadcasts.audience import Option
from bot.services.events.choices import MOST_FOUND
from bot.services.events.listing import Listed, Participant
from bot.services.events.seats import Seats
from bot.services.events.single_invitations import Invited
from bot.views import Button, View
from bot.views.event_audience import PAGE_SIZE, how_many_found, option_label
from bot.views.event_card import title
from bot.views.event_lists import person_name
from bot.views.html import bold, escape


def members(listed: Listed, found: Sequence[Option], page: int, translator: Translator) -> View:
    """Show one page of the members who are not invited; pages count from 0."""
    _ = translator.gettext
    number = listed.event.id or 0
    pages = max(-(-len(found) // PAGE_SIZE), 1)
    page = min(max(page, 0), pages - 1)
    rows = [_row(number, each, translator) for each in found[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]]
    turns = []
    if page > 0:
        turns.append(Button(_("‹ Back"), InviteMore(number, page - 1)))
    if page < pages - 1:
        turns.append(Button(_("More ›"), InviteMore(number, page + 1)))
    text = _("Whom do you invite too?") if found else _("All members are invited already.")
    find = [(Button(_("🔎 Find a member"), FindMember(number)),)] if found else []
    blocks = (bold(title(listed, translator)), escape(text))
    return View(blocks, tuple(filter(None, (*rows, tuple(turns), *find, _to_people(number, translator)))))


def matches(event: Event, found: Sequence[Option], translator: Translator) -> View:
    """Show the members who are not invited and whom a search has found."""
    number = event.id or 0
    rows = [_row(number, each, translator) for each in found[:MOST_FOUND]]
    again = (Button(translator.gettext("🔎 Find a member"), FindMember(number)),)
    return View(how_many_found(len(found), translator), (*rows, again, _to_people(number, translator)))


def confirm(listed: Listed, member: Option, seats: Seats, translator: Translator) -> View:
    """Ask before one more member is invited, and say how many seats are left."""
    _ = translator.gettext
    number = listed.event.id or 0
    about = option_label(AudienceKind.MEMBER, member, translator)
    blocks = [bold(title(listed, translator)), escape(_("Invite {member} too?").format(member=about))]
    if seats.left is not None:
        blocks.append(escape(_("Seats left: {count}").format(count=seats.left)))
    if seats.left == 0:
        blocks.append(escape(_("Who says yes comes onto the waiting list.")))
    yes = (Button(_("Yes, invite"), InviteMember(number, int(member.value), confirmed=True)),)
    return View(tuple(blocks), (yes, (Button(_("‹ Back"), InviteMore(number)),)))


def invited(event_id: int, member_id: int, result: Invited, translator: Translator) -> View:
    """Say what became of one more invitation."""
    _ = translator.gettext
    texts = {
        Invited.DONE: _("Member {number} is invited; the invitation is on its way."),
        Invited.ALREADY: _("Member {number} is invited already."),
        Invited.NOT_A_MEMBER: _("Member {number} is no member any more."),
    }
    more = (Button(_("➕ Invite one more"), InviteMore(event_id)),)
    text = texts[result].format(number=member_id)
    return View((escape(text),), (more, _to_people(event_id, translator)))


def confirm_taking_back(listed: Listed, person: Participant, translator: Translator) -> View:
    """Ask before an invitation is taken back."""
    _ = translator.gettext
    invitee_id = person.invitee.id or 0
    text = _("Take this invitation back? The person is told, and a seat they have goes to whoever waits.")
    yes = (Button(_("Yes, take back"), TakeBackInvitation(invitee_id, confirmed=True)),)
    no = (Button(_("No, keep"), AnswerFor(invitee_id)),)
    blocks = (bold(title(listed, translator)), escape(person_name(person, translator)), escape(text))
    return View(blocks, (yes, no))


def taken_back(event_id: int, translator: Translator) -> View:
    """Confirm that an invitation was taken back."""
    text = translator.gettext("The invitation is taken back, and the person is told.")
    return View((escape(text),), (_to_people(event_id, translator),))


def _row(event_id: int, member: Option, translator: Translator) -> tuple[Button, ...]:
    label = f"➕ {option_label(AudienceKind.MEMBER, member, translator)}"
    return (Button(label, InviteMember(event_id, int(member.value), confirmed=False)),)


def _to_people(event_id: int, translator: Translator) -> tuple[Button, ...]:
    return (Button(translator.gettext("👥 Who comes"), ShowParticipants(event_id)),)
