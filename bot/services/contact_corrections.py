"""Corrections: any officer proposes, the coordinator of the unit's country decides, old and new side by side."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import guard
from bot.errors import NoChangeError, UnknownContactError, UnreadableCorrectionError
from bot.models import ContactCorrection, CorrectionState
from bot.services import audit, contact_saving
from bot.services.actors import Actor
from bot.services.awaiting import Awaited
from bot.services.contact_columns import CORRECTABLE
from bot.services.contact_files.tables import MAX_CELL
from bot.services.contact_records import PointRecord
from bot.services.contact_rows import contradictions
from bot.services.contact_upkeep import maintained
from bot.services.contacts import Contact, every, find, for_country, visible
from bot.services.permissions import Access, Action

NOTHING = "-"
"""What people type for an empty column: Telegram sends no empty message."""

SUBJECT = "contact_correction"
"""Of a text that is waited for: the value that a contact point should have."""
CONTACT, COLUMN = "contact", "column"
"""Its details: number of the contact point, and the column."""
EXPECTED: Mapping[str, frozenset[guard.Kind]] = {
    "phones": frozenset({guard.Kind.PHONE}),
    "duty_phones": frozenset({guard.Kind.PHONE}),
    "emails": frozenset({guard.Kind.EMAIL}),
    "secure": frozenset({guard.Kind.EMAIL}),
}
"""What a column holds that would be personal data anywhere else: numbers and addresses of offices."""


@dataclass(frozen=True)
class Proposal:
    """A correction with the contact point that it is about."""

    correction: ContactCorrection
    contact: Contact

    @property
    def is_outdated(self) -> bool:
        """Whether the contact point has been changed in that column since."""
        return current_text(self.contact.point, self.correction.column) != self.correction.old_text


@dataclass(frozen=True)
class Question:
    """What somebody sees before they correct a contact point.

    Attributes:
        contact: it.
        others: of its country, that could answer in its place.
    """

    contact: Contact
    others: tuple[Contact, ...]


def current_text(point: PointRecord, column: str) -> str:
    """Return what a contact point says in a correctable column, as files write it."""
    chosen = CORRECTABLE[column]
    return chosen.write(getattr(point, chosen.field))


def corrected(point: PointRecord, column: str, typed: str) -> PointRecord:
    """Return a contact point with another value in a column.

    Raises:
        UnreadableCorrectionError: what was typed cannot be read, or the column is not one that can be corrected.
    """
    chosen = CORRECTABLE.get(column)
    if chosen is None or len(typed) > MAX_CELL:
        raise UnreadableCorrectionError(column)
    try:
        changed = replace(point, **{chosen.field: chosen.read(typed.strip())})
        is_new = not contradictions(changed)
    except ValueError:
        raise UnreadableCorrectionError(column) from None
    if not is_new:
        raise UnreadableCorrectionError(column)
    return changed


def awaited(number: int, column: str) -> Awaited:
    """Return what is waited for when somebody was asked what a contact point should say in a column."""
    return Awaited(SUBJECT, {CONTACT: str(number), COLUMN: column})


def expected_kinds(waited: Awaited | None) -> frozenset[guard.Kind]:
    """Return the kinds of personal data that the next text may hold, because it was asked for; mostly none."""
    if waited is None or waited.subject != SUBJECT:
        return frozenset()
    return EXPECTED.get(waited.details[COLUMN], frozenset())


async def question(session: AsyncSession, access: Access, number: int) -> Question:
    """Return a contact point that is to be corrected, with those that could answer in its place.

    Raises:
        UnknownContactError: there is none, or the person may not see it.
        NotAllowedError: they may not view contacts at all.
    """
    contact = await find(session, access, number)
    near = for_country(await visible(session, access), contact.unit.country)
    return Question(contact, tuple(one for one in near if one.number != number))


async def propose(session: AsyncSession, actor: Actor, number: int, change: tuple[str, str]) -> Proposal:
    """Store what somebody says is right; whoever maintains the country's contacts changes them by it at once.

    The caller commits.

    Args:
        session: reads and writes.
        actor: who says so.
        number: of the contact point.
        change: column, and what it should say, as typed; `NOTHING` empties it.

    Raises:
        NotAllowedError: they may not correct contacts.
        UnknownContactError: there is no such contact point, or they may not see it.
        UnreadableCorrectionError: what was typed cannot be read.
        NoChangeError: it says so already.
    """
    actor.require(Action.CORRECT_CONTACTS)
    contact = await find(session, actor.access, number)
    column, typed = change
    changed = corrected(contact.point, column, "" if typed.strip() == NOTHING else typed)
    if not _are_among(await visible(session, actor.access), changed):
        raise UnreadableCorrectionError(column)
    new = current_text(changed, column)
    old = current_text(contact.point, column)
    if new == old:
        raise NoChangeError
    correction = ContactCorrection(
        contact_point_id=number,
        column=column,
        old_text=old,
        new_text=new,
        proposed_by=actor.access.member_id,
        proposed_at=actor.now,
    )
    session.add(correction)
    await session.flush()
    await _record(session, actor, audit.Action.CORRECTION_PROPOSED, correction)
    proposal = Proposal(correction, contact)
    if actor.access.may(Action.MAINTAIN_CONTACTS, contact.unit.country):
        await decide(session, actor, correction.id or 0, approve=True)
    return proposal


async def decide(session: AsyncSession, actor: Actor, correction_id: int, *, approve: bool) -> Proposal:
    """Approve or decline a correction; the caller commits, and tells who proposed it.

    What was decided before stays so. A correction whose column was changed since is `OUTDATED` and changes nothing.

    Raises:
        UnknownContactError: there is no such correction.
        NotAllowedError: the actor does not maintain the contacts of the unit's country.
    """
    proposal = await proposal_of(session, correction_id)
    correction, contact = proposal.correction, proposal.contact
    actor.require(Action.MAINTAIN_CONTACTS, contact.unit.country)
    if correction.state is not CorrectionState.OPEN:
        return proposal
    changed = await _as_corrected(session, proposal) if approve else None
    correction.state = _outcome(approve=approve, can_be=changed is not None)
    correction.decided_by, correction.decided_at = actor.access.member_id, actor.now
    if changed is not None:
        await contact_saving.save_point(session, changed)
        await contact_saving.save_substitutes(session, changed)
    await session.flush()
    is_approved = correction.state is CorrectionState.APPROVED
    done = audit.Action.CORRECTION_APPROVED if is_approved else audit.Action.CORRECTION_DECLINED
    await _record(session, actor, done, correction)
    return proposal


async def open_proposals(session: AsyncSession, access: Access) -> list[Proposal]:
    """Return the corrections that a coordinator can decide, oldest first.

    Raises:
        NotAllowedError: the person maintains no country's contacts.
    """
    contacts = {one.number: one for one in await maintained(session, access)}
    query = select(ContactCorrection).where(ContactCorrection.state == CorrectionState.OPEN)
    found = (await session.exec(query.order_by(col(ContactCorrection.id)))).all()
    return [Proposal(one, contacts[one.contact_point_id]) for one in found if one.contact_point_id in contacts]


async def proposal_of(session: AsyncSession, correction_id: int) -> Proposal:
    """Return a correction, whoever may see it.

    Raises:
        UnknownContactError: there is no such correction.
    """
    correction = await session.get(ContactCorrection, correction_id)
    if correction is None:
        raise UnknownContactError(str(correction_id))
    contacts = {one.number: one for one in await every(session)}
    return Proposal(correction, contacts[correction.contact_point_id])


def _are_among(contacts: Iterable[Contact], point: PointRecord) -> bool:
    """Say whether all that are to answer in place of a contact point are among some."""
    return {days.point for days in point.substitutes} <= {one.point.key for one in contacts}


async def _as_corrected(session: AsyncSession, proposal: Proposal) -> PointRecord | None:
    """Return the contact point with the correction; None where this is not possible any more."""
    if proposal.is_outdated:
        return None
    try:
        changed = corrected(proposal.contact.point, proposal.correction.column, proposal.correction.new_text)
    except UnreadableCorrectionError:
        return None
    return changed if _are_among(await every(session), changed) else None


def _outcome(*, approve: bool, can_be: bool) -> CorrectionState:
    if not approve:
        return CorrectionState.DECLINED
    return CorrectionState.APPROVED if can_be else CorrectionState.OUTDATED


async def _record(session: AsyncSession, actor: Actor, done: audit.Action, correction: ContactCorrection) -> None:
    details = {"correction": correction.id, "column": correction.column, "state": str(correction.state)}
    await actor.record(session, done, f"contact:{correction.contact_point_id}", details)
