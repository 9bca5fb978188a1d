"""Who looks after a contact, for who maintains the country's contacts. No names are held, so none is shown."""

from collections.abc import Sequence

from bot.callbacks import AppointOwner, ChooseOwner
from bot.i18n import Translator
from bot.models import Member
from bot.services.contacts import Contact
from bot.views import Button, View, protected
from bot.views.contact_upkeep import show_button, title
from bot.views.html import escape

PAGE_SIZE = 8


def choose(contact: Contact, members: Sequence[Member], page: int, translator: Translator) -> View:
    """Show one page of the members who could look after a contact; who does is ticked."""
    _ = translator.gettext
    asked = _("Who looks after this contact? They are asked regularly whether everything in it is still right.")
    blocks = [title(contact, translator), escape(asked)]
    if not members:
        blocks.append(escape(_("There is no member of this country who could. Invite somebody first: /invite")))
    pages = max(1, -(-len(members) // PAGE_SIZE))
    page = min(max(page, 0), pages - 1)
    shown = members[page * PAGE_SIZE : (page + 1) * PAGE_SIZE]
    rows: list[tuple[Button, ...]] = [(_member_button(contact, member, translator),) for member in shown]
    turns = []
    if page > 0:
        turns.append(Button(_("‹ Back"), ChooseOwner(contact.number, page - 1)))
    if page < pages - 1:
        turns.append(Button(_("More ›"), ChooseOwner(contact.number, page + 1)))
    if turns:
        rows.append(tuple(turns))
    if contact.owner_id is not None:
        rows.append((Button("🚫 " + _("Nobody"), AppointOwner(contact.number)),))
    return protected(*blocks, rows=[*rows, show_button(contact, translator)])


def _member_button(contact: Contact, member: Member, translator: Translator) -> Button:
    number = member.id or 0
    parts = (translator.gettext("Member {number}").format(number=number), member.country or "", member.unit or "")
    tick = "✅ " if contact.owner_id == number else ""
    return Button(tick + " · ".join(filter(None, parts)), AppointOwner(contact.number, number))
