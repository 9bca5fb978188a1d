"""Which roles somebody could give a member, or take from them: for buttons; `bot.services.membership` checks again."""

from bot.models import Role
from bot.services.membership import Listed
from bot.services.people import locale_of
from bot.services.permissions import Access, Held


def changes_of(listed: Listed, access: Access) -> list[tuple[Held, bool]]:
    """Return roles with whether they would be given (True) or taken (False), in the order of roles."""
    member = listed.member
    locale = locale_of(member)
    candidates = {
        Held(Role.OFFICER),
        Held(Role.COORDINATOR),
        Held(Role.CURATOR),
        Held(Role.ADMINISTRATOR),
        Held(Role.TRANSLATOR),
        *listed.roles,
        *([Held(Role.COORDINATOR, member.country)] if member.country else []),
        *([Held(Role.TRANSLATOR, locale)] if locale else []),
    }
    order = list(Role)
    return [
        (held, held not in listed.roles)
        for held in sorted(candidates, key=lambda held: (order.index(held.role), held.scope))
        if access.may_give(held, member.country)
    ]
