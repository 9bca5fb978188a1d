"""Members for those who manage them: a list, one member, what can be changed. No names are held, so none is shown."""

from collections.abc import Iterable, Sequence

from bot.callbacks import ChangeRole, ListMembers, RemoveMember, ShowMember
from bot.i18n import Translator
from bot.services.membership import Change, Listed
from bot.services.permissions import Held
from bot.views import Button, View
from bot.views.html import bold, escape, link
from bot.views.roles import held_name, place_name

PAGE_SIZE = 8


def listing(found: Sequence[Listed], page: int, translator: Translator) -> View:
    """Show one page of the members that the reader may see."""
    _ = translator.gettext
    if not found:
        return View((escape(_("There are no members that you manage.")),))
    pages = -(-len(found) // PAGE_SIZE)
    page = min(max(page, 0), pages - 1)
    shown = found[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    rows = [(Button(_label(each, translator), ShowMember(each.member.id or 0)),) for each in shown]
    turns = []
    if page > 0:
        turns.append(Button(_("‹ Back"), ListMembers(page - 1)))
    if page < pages - 1:
        turns.append(Button(_("More ›"), ListMembers(page + 1)))
    count = translator.ngettext("{count} member", "{count} members", len(found)).format(count=len(found))
    return View((bold(_("Members")), escape(count)), (*rows, *([tuple(turns)] if turns else [])))


def member(each: Listed, changes: Iterable[tuple[Held, bool]], translator: Translator) -> View:
    """Show one member.

    Args:
        each: the member.
        changes: roles that the reader can give (True) or take (False).
        translator: of the reader.
    """
    _ = translator.gettext
    member_id = each.member.id or 0
    about = [
        escape(_("Works for: {place}").format(place=place_name(each.member.country, translator))),
        *([escape(_("Unit: {unit}")).format(unit=bold(each.member.unit))] if each.member.unit else []),
        escape(_("Member since {date}").format(date=translator.date(each.member.created_at.date()))),
        link(_("profile of the person"), f"tg://user?id={each.member.chat_id}"),
    ]
    if not each.member.reachable:
        about.append(escape(_("Has blocked the assistant, so gets no messages.")))
    roles = "\n".join(f"• {escape(held_name(held, translator))}" for held in sorted(each.roles))
    rows = [(_change(member_id, held, translator, give=give),) for held, give in changes]
    back = Button(_("« All members"), ListMembers())
    remove = Button(_("Remove from the assistant"), RemoveMember(member_id, confirmed=False))
    blocks = (bold(_("Member {number}").format(number=member_id)), roles, "\n".join(about))
    return View(blocks, (*rows, (remove,), (back,)))


def confirm_removal(each: Listed, translator: Translator) -> View:
    """Ask before all roles are taken."""
    _ = translator.gettext
    member_id = each.member.id or 0
    text = _(
        "Remove this member? They lose access at once, their open invitations become useless and their messages are "
        "cancelled."
    )
    return View(
        (bold(_label(each, translator)), escape(text)),
        (
            (Button(_("Yes, remove"), RemoveMember(member_id, confirmed=True)),),
            (Button(_("No, keep"), ShowMember(member_id)),),
        ),
    )


def changed(change: Change, translator: Translator) -> str:
    """Return the notice of a change; plain text, at most 200 characters."""
    _ = translator.gettext
    texts = {
        Change.DONE: _("Done. It counts from their next message or press."),
        Change.NOTHING_TO_DO: _("Nothing to do: it was so already."),
        Change.LAST_ADMINISTRATOR: _("This is the last administrator; name another one first."),
    }
    return texts[change]


def removed(translator: Translator) -> View:
    """Confirm a removal."""
    _ = translator.gettext
    return View((escape(_("The member was removed.")),), ((Button(_("« All members"), ListMembers()),),))


def gone(translator: Translator) -> View:
    """Say that a member is no more, or not in the reader's hands."""
    _ = translator.gettext
    return View((escape(_("This member is no longer here.")),), ((Button(_("« All members"), ListMembers()),),))


def _label(each: Listed, translator: Translator) -> str:
    """Return a member in one line: number, country, unit, roles."""
    roles = translator.listed(held_name(held, translator) for held in sorted(each.roles))
    parts = [str(each.member.id), each.member.country or "", each.member.unit or "", roles]
    return " · ".join(part for part in parts if part)


def _change(member_id: int, held: Held, translator: Translator, *, give: bool) -> Button:
    _ = translator.gettext
    label = _("+ {role}") if give else _("– {role}")
    route = ChangeRole(member_id, held.role, held.scope or None, give)
    return Button(label.format(role=held_name(held, translator)), route)
