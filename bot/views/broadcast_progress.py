"""How far a broadcast is, and what can be done with it now; the live message shows it too."""

import datetime as dt
from collections import Counter
from zoneinfo import ZoneInfo

from bot.callbacks.broadcasts import RunDeed, SteerBroadcast
from bot.i18n import Translator
from bot.models import BroadcastState
from bot.services.broadcasts.outbox import Outcome
from bot.services.broadcasts.progress import Progress
from bot.services.broadcasts.running import OPEN, SENT, is_recallable
from bot.views import Button, View, in_pairs
from bot.views.broadcast_drafts import sending_time
from bot.views.delivery_reasons import reason_name
from bot.views.html import bold, escape


def card(progress: Progress, zone: ZoneInfo, translator: Translator, now: dt.datetime) -> View:
    """Show how far a broadcast is; it is the live message too, so nothing in it changes without a cause."""
    _ = translator.gettext
    broadcast = progress.broadcast
    number = broadcast.id or 0
    blocks = [
        bold(_("Broadcast {number}: {state}").format(number=number, state=state_name(broadcast.state, translator))),
        escape(sending_time(broadcast, zone, translator)),
    ]
    if broadcast.state is not BroadcastState.AWAITING_APPROVAL:
        blocks.append("\n".join(outcomes(progress, translator)))
    return View(tuple(blocks), in_pairs(_buttons(progress, translator, now)))


def outcomes(progress: Progress, translator: Translator) -> list[str]:
    """Return how many of what, each outcome in its line of HTML."""
    _ = translator.gettext
    count, broadcast = progress.outcomes, progress.broadcast
    receivers = translator.ngettext("{count} receiver", "{count} receivers", broadcast.receivers)
    lines = [bold(receivers.format(count=broadcast.receivers)), *counted(count, progress.confirmed, translator)]
    for reason, people in progress.reasons.most_common():
        lines.append(f"   – {escape(reason_name(reason, translator))}: {people}")
    if broadcast.left_out:
        lines.append(escape(_("Left out, as they had blocked the assistant: {count}").format(count=broadcast.left_out)))
    return lines


def counted(count: Counter[Outcome], confirmed: int, translator: Translator) -> list[str]:
    """Return how many of each outcome there are, as lines of HTML; what did not happen is left out, but for two."""
    _ = translator.gettext
    told = (
        (_("Sent: {count}"), count[Outcome.SENT]),
        (_("Read and confirmed: {count}"), confirmed),
        (_("Still to come: {count}"), count[Outcome.PENDING]),
        (_("May have arrived, nobody knows: {count}"), count[Outcome.UNKNOWN]),
        (_("Unreachable: {count}"), count[Outcome.UNREACHABLE]),
        (_("Never sent: {count}"), count[Outcome.NEVER_SENT]),
        (_("Failed: {count}"), count[Outcome.FAILED]),
    )
    always = told[:2]
    return [f"• {escape(text.format(count=people))}" for text, people in told if people or (text, people) in always]


def state_name(state: BroadcastState, translator: Translator) -> str:
    """Return where a broadcast stands."""
    _ = translator.gettext
    names = {
        BroadcastState.DRAFT: _("draft"),
        BroadcastState.AWAITING_APPROVAL: _("waits for approval"),
        BroadcastState.SCHEDULED: _("scheduled"),
        BroadcastState.RUNNING: _("being sent"),
        BroadcastState.PAUSED: _("paused"),
        BroadcastState.DONE: _("sent"),
        BroadcastState.CANCELLED: _("cancelled"),
        BroadcastState.RECALLED: _("recalled"),
    }
    return names[state]


def _buttons(progress: Progress, translator: Translator, now: dt.datetime) -> list[Button]:
    """Return what can be done with a broadcast as it is now."""
    _ = translator.gettext
    broadcast, state = progress.broadcast, progress.broadcast.state
    is_resting = state is BroadcastState.PAUSED
    offered = (
        (RunDeed.PAUSE, _("Pause"), state in {BroadcastState.RUNNING, BroadcastState.SCHEDULED}),
        (RunDeed.RESUME, _("Go on"), is_resting),
        (RunDeed.CANCEL, _("Cancel"), state in OPEN),
        (
            RunDeed.RESEND_FAILED,
            _("Send again to failed only"),
            state in SENT and bool(progress.outcomes[Outcome.FAILED]),
        ),
        (RunDeed.REMIND, _("Remind who has not confirmed"), state is BroadcastState.DONE and _is_silent(progress)),
        (RunDeed.RECALL, _("Recall"), is_recallable(broadcast, now)),
        (RunDeed.REPORT, _("Report"), state is not BroadcastState.AWAITING_APPROVAL),
        (RunDeed.READ, _("Read it"), True),
        (RunDeed.COPY, _("Copy as a draft"), state not in OPEN),
        (RunDeed.SHOW, _("Refresh"), state in OPEN),
    )
    return [Button(label, SteerBroadcast(broadcast.id or 0, deed)) for deed, label, is_offered in offered if is_offered]


def _is_silent(progress: Progress) -> bool:
    return progress.confirmed < progress.outcomes[Outcome.SENT]
