"""First words, help, the choice of language, and the command menu."""

from collections.abc import Iterable

from bot.callbacks import SetLanguage
from bot.i18n import Translator, by_own_name
from bot.services.permissions import Access, Action
from bot.views import Button, View, in_pairs
from bot.views.html import bold, escape
from bot.views.own_zone import zone_button
from bot.views.questions import browse_button
from bot.views.quiet import quiet_button


def welcome(translator: Translator) -> View:
    """Greet, say what can be asked, and what must not be typed."""
    _ = translator.gettext
    blocks = (
        bold(_("ILECU Assistant")),
        escape(
            _(
                "Type a question about international police cooperation in your own words and language. I answer "
                "with an article and its sources, never with made-up text."
            )
        ),
        _examples(translator),
        _other_uses(translator),
        _privacy(translator),
        escape(_("/browse – all articles · /language – change the language · /help – how it works")),
    )
    return View(blocks, ((browse_button(translator),),))


def help_text(translator: Translator, username: str) -> View:
    """Explain how to ask, what the buttons do, and where the limits are."""
    _ = translator.gettext
    blocks = (
        bold(_("How it works")),
        escape(
            _(
                "Type a question, or two or three words of it. Typing errors and missing accents do no harm; Latin "
                "letters instead of Cyrillic or Georgian are fine."
            )
        ),
        _examples(translator),
        escape(_("If I am not sure, I offer titles to choose from. If I have no article, I say so.")),
        _other_uses(translator),
        escape(
            _(
                "In any other chat, type {username} and a few words to share an article. In a group, mention me or "
                "reply to me."
            ).format(username=f"@{username}")
        ),
        _privacy(translator),
        escape(_("/browse – all articles · /language – change the language · /help – how it works")),
    )
    return View(blocks, ((browse_button(translator),),))


def unknown_command(access: Access, translator: Translator) -> View:
    """Say that there is no such command, and which there are."""
    _ = translator.gettext
    names = " · ".join(f"/{command} – {text}" for command, text in commands(access, translator))
    return View((escape(_("I do not know this command. Type your question, or use one of these:")), escape(names)))


def language_choice(locales: Iterable[str], translator: Translator) -> View:
    """Offer all languages; the present one is ticked."""
    buttons = [
        Button(f"✓ {name}" if locale == translator.locale else name, SetLanguage(locale))
        for locale, name in by_own_name(locales)
    ]
    return View((escape(translator.gettext("In which language shall I write to you?")),), in_pairs(buttons))


def language_set(translator: Translator) -> View:
    """Confirm the language, in it."""
    _ = translator.gettext
    # Translators: name your own language here in place of English
    text = _("I will write to you in English. A question in another language is still answered in that language.")
    return View((escape(text),), ((quiet_button(translator), zone_button(translator)), (browse_button(translator),)))


def commands(access: Access, translator: Translator) -> list[tuple[str, str]]:
    """Return the command menu of somebody: (command, description)."""
    _ = translator.gettext
    offered = [
        ("browse", _("All articles by subject"), Action.BROWSE),
        ("channel", _("Which channel for my case"), Action.ADVISE_CHANNEL),
        ("contacts", _("Whom to contact, and who is there now"), Action.VIEW_CONTACTS),
        ("between", _("What two countries have between them"), Action.COMPARE_COUNTRIES),
        ("term", _("What a term means, in all languages"), Action.USE_GLOSSARY),
        ("events", _("Meetings and study visits, your answers"), Action.SEE_EVENTS),
        ("agenda", _("The next 30 days"), Action.SEE_EVENTS),
        ("remind", _("Remind me of something, as /remind 3d reply"), Action.KEEP_REMINDERS),
        ("newevent", _("Plan a meeting or study visit"), Action.PLAN_EVENTS),
        ("requests", _("Who is waiting for access"), Action.DECIDE_ACCESS_REQUEST),
        ("invite", _("Invite colleagues by a link"), Action.INVITE),
        ("invitations", _("Open invitations, to revoke them"), Action.INVITE),
        ("members", _("Members and their roles"), Action.LIST_MEMBERS),
        ("broadcast", _("Write to many members at once"), Action.BROADCAST),
        ("broadcasts", _("What was written to many, and who has read it"), Action.BROADCAST),
        ("audit", _("Who did what and when"), Action.SEE_AUDIT),
        ("language", _("Change the language"), Action.CHOOSE_LANGUAGE),
        ("quiet", _("When I do not write to you"), Action.CHOOSE_QUIET_HOURS),
        ("zone", _("By whose clock I write times"), Action.CHOOSE_TIME_ZONE),
        ("privacy", _("What is held about me, and why"), Action.SEE_OWN_DATA),
        ("mydata", _("Get what is held about me"), Action.SEE_OWN_DATA),
        ("forgetme", _("Erase what is held about me"), Action.ERASE_OWN_DATA),
        ("help", _("How it works, what not to type"), Action.LEARN_WHAT_THIS_IS),
        ("start", _("Start again"), Action.LEARN_WHAT_THIS_IS),
    ]
    if not access.is_member:
        offered.insert(0, ("access", _("Ask for access"), Action.ASK_FOR_ACCESS))
    return [(command, text) for command, text, action in offered if access.may_somewhere(action)]


def description(translator: Translator) -> str:
    """Return what Telegram shows in an empty chat, at most 512 characters."""
    return translator.gettext(
        "Answers questions about international police cooperation from sourced articles. "
        "Never type names, plates or document numbers here."
    )


def short_description(translator: Translator) -> str:
    """Return the line of the profile page, at most 120 characters."""
    return translator.gettext("Procedures of international police cooperation, with their sources.")


def _examples(translator: Translator) -> str:
    _ = translator.gettext
    examples = (
        _("the driver fled across the border, may we follow"),
        _("how fast must they answer an urgent request"),
        _("stolen car found, what next"),
    )
    return "\n".join([escape(_("For example:")), *(f"• <i>{escape(example)}</i>" for example in examples)])


def _other_uses(translator: Translator) -> str:
    _ = translator.gettext
    contacts = _("Whom to reach at a partner unit: /contacts, or write “who do I call in Tbilisi at night”.")
    events = _("Meetings and study visits: /events. Something not to be forgotten: /remind.")
    return "\n".join(("📇 " + escape(contacts), "📅 " + escape(events)))


def _privacy(translator: Translator) -> str:
    _ = translator.gettext
    return "🔒 " + escape(
        _(
            "Never type names, plates, document numbers or other personal data here. I do not keep the text of your "
            "questions; I keep your chat number, your language and which articles were shown."
        )
    )
