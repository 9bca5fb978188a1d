"""For strangers: what this is and how to get in; for coordinators: who asks; for both: what was decided."""

from dataclasses import dataclass

from bot.callbacks import EVERYWHERE, AskAccess, DecideAccess
from bot.i18n import Translator, own_name
from bot.models import AccessRequest, Member, RequestState
from bot.services.access_requests import AskRefusal
from bot.services.permissions import Held
from bot.services.redemption import Refusal
from bot.views import Button, View, in_pairs
from bot.views.html import bold, escape, link
from bot.views.questions import browse_button
from bot.views.roles import held_name, place_name
from knowledge import Country


@dataclass(frozen=True)
class Applicant:
    """Who asks for access, as a decider sees them.

    Attributes:
        request_id: of the request.
        user_id: in Telegram, so that the decider can look at the profile and write to them.
        unit: as typed by them.
        country: None for a body of the network.
        locale: they want to be answered in.
    """

    request_id: int
    user_id: int
    unit: str
    country: str | None
    locale: str


def closed(translator: Translator, user_id: int | None = None) -> View:
    """Tell a stranger what this is and how to ask for access, and their own number; nothing else."""
    _ = translator.gettext
    blocks = (
        bold(_("ILECU Assistant")),
        escape(
            _(
                "This assistant is for officers of International Law Enforcement Coordination Units. Only members can "
                "use it."
            )
        ),
        escape(_("If your coordinator has sent you an invitation link, open it. Otherwise ask for access here.")),
        *([own_number(user_id, translator)] if user_id is not None else []),
        escape(_("/language – change the language · /privacy – what is kept about you")),
    )
    return View(blocks, ((ask_button(translator),),))


def ask_button(translator: Translator) -> Button:
    """Return the button that begins a request for access."""
    return Button(translator.gettext("🔑 Ask for access"), AskAccess())


def own_number(user_id: int, translator: Translator) -> str:
    """Return the block that tells a person their number, which `ilecu admin grant` takes."""
    text = translator.gettext("Your number in Telegram, if an administrator asks for it: {number}")
    return escape(text).format(number=f"<code>{user_id}</code>")


def ask_country(translator: Translator) -> View:
    """Ask for which country somebody works."""
    _ = translator.gettext
    countries = sorted(
        (Button(translator.country(country), AskAccess(country)) for country in Country), key=lambda each: each.label
    )
    network = Button(_("Another body of the network"), AskAccess(EVERYWHERE))
    return View((escape(_("For which country do you work?")),), (*in_pairs(countries), (network,)))


def ask_unit(country: str | None, translator: Translator) -> View:
    """Ask for the name of the unit."""
    _ = translator.gettext
    blocks = (
        bold(place_name(country, translator)),
        escape(_("Now type the name of your unit. Do not type your own name. /cancel ends this.")),
    )
    return View(blocks)


def bad_unit(limit: int, translator: Translator) -> View:
    """Ask again for the name of a unit."""
    text = translator.ngettext(
        "This is no name of a unit. Please type it in one line of at most {limit} character.",
        "This is no name of a unit. Please type it in one line of at most {limit} characters.",
        limit,
    )
    return View((escape(text.format(limit=limit)),))


def asked(country: str | None, unit: str, translator: Translator) -> View:
    """Confirm that the request is on its way."""
    _ = translator.gettext
    sent = escape(_("Your request was sent: {unit}, {place}.")).format(
        unit=bold(unit), place=escape(place_name(country, translator))
    )
    return View((sent, escape(_("A coordinator decides. You get the answer here."))))


def ask_refused(refusal: AskRefusal, translator: Translator) -> View:
    """Say why there is nothing to ask for."""
    _ = translator.gettext
    texts = {
        AskRefusal.IS_MEMBER: _("You are a member already. Type your question."),
        AskRefusal.IS_OPEN: _("Your request is with the coordinators. You get the answer here."),
        AskRefusal.TOO_SOON: _(
            "Your last request was declined. You can ask again a day later; before that, talk to your coordinator."
        ),
    }
    return View((escape(texts[refusal]),))


def applicant(request: AccessRequest, member: Member) -> Applicant:
    """Return who asks, from the request and their row."""
    return Applicant(request.id or 0, member.chat_id, request.unit, request.country, request.locale)


def request(applicant: Applicant, translator: Translator) -> View:
    """Show a request to somebody who can decide it."""
    _ = translator.gettext
    profile = link(_("profile of the person"), f"tg://user?id={applicant.user_id}")
    blocks = (
        bold(_("Request for access")),
        "\n".join(
            [
                escape(_("Unit: {unit}")).format(unit=bold(applicant.unit)),
                escape(_("Works for: {place}").format(place=place_name(applicant.country, translator))),
                escape(_("Language: {language}").format(language=own_name(applicant.locale))),
                profile,
            ]
        ),
        escape(_("Approve only whom you know, or have asked through an official channel. They become an officer.")),
    )
    buttons = (
        Button(_("✓ Approve"), DecideAccess(applicant.request_id, approve=True)),
        Button(_("✗ Decline"), DecideAccess(applicant.request_id, approve=False)),
    )
    return View(blocks, (buttons,))


def no_requests(translator: Translator) -> View:
    """Say that nobody waits."""
    return View((escape(translator.gettext("Nobody is waiting for access.")),))


def decided(state: RequestState, unit: str, translator: Translator, *, is_mine: bool) -> View:
    """Tell a decider what was decided, by them or before."""
    _ = translator.gettext
    texts = {
        (RequestState.APPROVED, True): _("Approved: {unit}. The person was told."),
        (RequestState.APPROVED, False): _("Somebody else approved it before: {unit}."),
        (RequestState.DECLINED, True): _("Declined: {unit}. The person was told."),
        (RequestState.DECLINED, False): _("Somebody else declined it before: {unit}."),
    }
    text = texts[state, is_mine]
    return View((escape(text).format(unit=bold(unit)),))


def request_gone(translator: Translator) -> View:
    """Say that there is nothing to decide any more."""
    return View((escape(translator.gettext("This request is no longer open.")),))


def approved(translator: Translator) -> View:
    """Tell somebody that they are in."""
    _ = translator.gettext
    blocks = (bold(_("You have access now.")), escape(_("Type your question, or look through all articles.")))
    return View(blocks, ((browse_button(translator),),))


def declined(translator: Translator) -> View:
    """Tell somebody that they are not."""
    _ = translator.gettext
    return View((escape(_("Your request for access was declined. If that is wrong, talk to your coordinator.")),))


def welcome_by_invitation(roles: frozenset[Held], translator: Translator, *, is_new: bool) -> View:
    """Greet somebody who has used an invitation."""
    _ = translator.gettext
    names = "\n".join(f"• {escape(held_name(held, translator))}" for held in sorted(roles))
    first = _("Welcome. You have access now, as:") if is_new else _("You have all that this invitation gives already:")
    blocks = (bold(first), names, escape(_("Type your question, or look through all articles.")))
    return View(blocks, ((browse_button(translator),),))


def invitation_refused(refusal: Refusal, translator: Translator) -> View:
    """Say that a link lets nobody in; not why, because it may be somebody's guess."""
    _ = translator.gettext
    if refusal is Refusal.TOO_MANY_ATTEMPTS:
        text = _("Too many links were tried. Please wait an hour, or ask for access.")
    elif refusal is Refusal.OTHER_COUNTRY:
        text = _("This invitation is for another country than yours. Ask whoever sent it for the right one.")
    else:
        text = _("This invitation link is not valid, or no longer. Ask whoever sent it for a new one.")
    return View((escape(text),), ((ask_button(translator),),))


def cancelled(translator: Translator) -> View:
    """Confirm that nothing is waited for any more."""
    return View((escape(translator.gettext("All right, I wait for nothing more. Nothing was changed or sent.")),))


def nothing_to_cancel(translator: Translator) -> View:
    """Say that nothing was begun."""
    return View((escape(translator.gettext("There is nothing to cancel.")),))
