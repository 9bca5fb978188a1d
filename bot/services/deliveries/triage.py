"""What happens to a claimed delivery before anything is rendered."""

import datetime as dt

from bot.services.deliveries.claiming import Claim
from bot.services.deliveries.failures import Failure
from bot.services.deliveries.outcomes import Outcome, failed, later, skipped
from bot.services.deliveries.quiet import quiet_end_of
from bot.services.zones import zone_of


def held_back(claim: Claim, now: dt.datetime) -> Outcome | None:
    """Return why a delivery is not sent now, None when it is to be sent.

    Late is sent late, but not when it has become useless. Nobody is woken by what is not urgent, unless it would be
    useless when they are awake: a reminder of what begins at seven comes at five.
    """
    delivery, member = claim.delivery, claim.member
    if delivery.useless_after is not None and delivery.useless_after <= now:
        return skipped()
    if not member.reachable:
        return failed(Failure.UNREACHABLE)
    quiet = None if delivery.is_urgent else quiet_end_of(member, zone_of(member.zone, member.country), now)
    can_wait = quiet is not None and (delivery.useless_after is None or quiet < delivery.useless_after)
    return later(quiet) if quiet is not None and can_wait else None
