"""Every screen in every language is one that Telegram takes, and none loses a word of an article."""

import datetime as dt
import gettext

import pytest

from bot.callbacks import EVERYWHERE, SECTIONS, MakeInvitation
from bot.errors import PrivateChatError, UnknownArticleError
from bot.guard import Kind
from bot.i18n import Languages, Translator
from bot.models import Channel, Invitation, Member, RequestState, Role
from bot.services.access_requests import AskRefusal
from bot.services.actors import NotAllowedError, StrangerError
from bot.services.admission import Admission
from bot.services.deliveries.quiet import NEVER, USUAL
from bot.services.invitations import Offer, Standing
from bot.services.membership import Change, Listed
from bot.services.permissions import Access, Action, Held
from bot.services.redemption import Refusal
from bot.services.zones import UTC
from bot.views import (
    View,
    access,
    articles,
    browse,
    deliveries,
    failures,
    flooding,
    inline,
    invitations,
    members,
    own_zone,
    personal_data,
    questions,
    quiet,
    start,
)
from knowledge import Category, Country, KnowledgeBase
from knowledge.markup import plain
from tests.conftest import NOW
from tests.views.telegram import accept

TODAY = dt.date(2026, 11, 24)
EVERYTHING = Access(1, frozenset(map(Held, Role)))
LOCALES = ("en", "hu", "ka", "mk", "ro", "sr", "sr_Latn", "uk")


@pytest.fixture(params=LOCALES)
def translator(request: pytest.FixtureRequest, languages: Languages) -> Translator:
    """Each language in turn."""
    return languages.translator(request.param)


def test_all_languages_are_tested(languages: Languages) -> None:
    assert languages.locales == LOCALES


def test_every_page_of_every_article_is_taken_and_complete(translator: Translator, knowledge: KnowledgeBase) -> None:
    for article in knowledge.all(translator.locale):
        for shown, section in SECTIONS.items():
            if not article.sections[section]:
                continue
            text = "\n".join(accept(articles.page(article, shown, translator)))
            assert all(plain(block.content.text) in text for block in article.sections[section])


def test_every_other_screen_of_every_article_is_taken(
    translator: Translator, knowledge: KnowledgeBase, languages: Languages
) -> None:
    for article in knowledge.all(translator.locale):
        card = accept(articles.card(article, translator, TODAY))
        assert len(card) == 1
        accept(articles.sources(article, translator))
        accept(articles.languages(article, languages.locales, translator))
        others = [knowledge.article(other, translator.locale) for other in article.front.related]
        accept(articles.related(article, others, translator))
        assert len(accept(inline.shared_card(article, translator, TODAY, "https://example.org"))) == 1


def test_every_screen_without_an_article_is_taken(
    translator: Translator, knowledge: KnowledgeBase, languages: Languages
) -> None:
    shown: list[View] = [
        questions.not_found(translator),
        questions.not_found(translator, "the <customs> office"),
        questions.unsupported(translator),
        *(personal_data.warning(Kind, translator, deleted=deleted) for deleted in (True, False)),
        questions.too_long(translator, 1000),
        flooding.slow_down(translator),
        questions.suggestions(knowledge.all(translator.locale)[:3], translator),
        start.welcome(translator),
        start.help_text(translator, "ilecu_demo_bot"),
        start.unknown_command(EVERYTHING, translator),
        start.language_choice(languages.locales, translator),
        start.language_set(translator),
        *(own_zone.own_zone(UTC, NOW, translator, is_chosen=chosen) for chosen in (True, False)),
        *(own_zone.ask_city(translator, is_again=again) for again in (True, False)),
        *(quiet.quiet_hours(hours, UTC, translator) for hours in (USUAL, NEVER)),
        *(quiet.ask_hours(UTC, translator, is_again=again) for again in (True, False)),
        failures.apology("0a1b2c3d", translator),
        deliveries.repeated(failures.apology("0a1b2c3d", translator), translator),
        failures.explanation(UnknownArticleError("gone"), translator),
        failures.explanation(PrivateChatError(), translator),
        browse.categories(dict.fromkeys(Category, 1), translator),
        *(
            browse.shelf(category, knowledge.shelf(category, translator.locale), 0, 2, translator)
            for category in Category
        ),
    ]
    for view in shown:
        accept(view)


def test_every_screen_of_access_is_taken(translator: Translator) -> None:
    held = frozenset({Held(Role.COORDINATOR, "RS"), Held(Role.TRANSLATOR, "sr_Latn"), Held(Role.OFFICER)})
    member = Member(id=1, channel=Channel.TELEGRAM, chat_id=7, created_at=NOW, unit="<U>", reachable=False)
    listed = Listed(member, held)
    route = MakeInvitation("officer", "HU")
    offer = Offer(Admission(held, Country.HU, "<U>"))
    invitation = Invitation(id=1, token_hash="", created_at=NOW, expires_at=NOW, uses_left=3, unit="<U>")
    applicant = access.Applicant(1, 7, "<U>", None, "uk")
    shown: list[View] = [
        access.closed(translator),
        access.ask_country(translator),
        *(access.ask_unit(country, translator) for country in ("HU", None)),
        access.bad_unit(120, translator),
        access.asked("HU", "<U>", translator),
        *(access.ask_refused(refusal, translator) for refusal in AskRefusal),
        access.request(applicant, translator),
        access.no_requests(translator),
        *(access.decided(RequestState.APPROVED, "<U>", translator, is_mine=mine) for mine in (True, False)),
        *(access.decided(RequestState.DECLINED, "<U>", translator, is_mine=mine) for mine in (True, False)),
        access.request_gone(translator),
        access.approved(translator),
        access.declined(translator),
        *(access.welcome_by_invitation(held, translator, is_new=new) for new in (True, False)),
        *(access.invitation_refused(refusal, translator) for refusal in Refusal),
        access.cancelled(translator),
        access.nothing_to_cancel(translator),
        invitations.choose_role(Role, translator),
        invitations.choose_place(Role.TRANSLATOR, ("uk", EVERYWHERE), translator),
        invitations.choose_place(Role.OFFICER, ("HU", EVERYWHERE), translator),
        invitations.summary(route, Held(Role.OFFICER), "HU", translator),
        invitations.ask_unit(translator),
        invitations.made(offer, "https://example.org", NOW, translator),
        invitations.standing([], UTC, translator),
        invitations.standing([Standing(invitation, held)], UTC, translator),
        members.listing([], 0, translator),
        members.listing([listed] * 20, 1, translator),
        members.member(listed, [(Held(Role.CURATOR), True), (Held(Role.OFFICER), False)], translator),
        members.confirm_removal(listed, translator),
        members.removed(translator),
        members.gone(translator),
        failures.explanation(StrangerError(), translator),
        failures.explanation(NotAllowedError(Action.INVITE), translator),
    ]
    for view in shown:
        accept(view)
    assert all(1 <= len(members.changed(change, translator)) <= 200 for change in Change)


def test_short_texts_keep_the_limits_of_the_bot_api(translator: Translator) -> None:
    assert len(start.description(translator)) <= 512
    assert len(start.short_description(translator)) <= 120
    assert all(1 <= len(text) <= 256 for _, text in start.commands(EVERYTHING, translator))
    notices = [failures.stale_button(translator), flooding.notice(translator)]
    notices += (articles.thanks(translator, helpful=h) for h in (True, False))
    assert all(1 <= len(notice) <= 200 for notice in notices)
    assert 1 <= len(inline.open_assistant(translator)) <= 64


def test_what_people_see_is_in_their_language(translator: Translator) -> None:
    """An untranslated screen would be equal to the English one."""
    english = Translator("en", gettext.NullTranslations())
    same = accept(start.welcome(translator)) == accept(start.welcome(english))
    assert same == (translator.locale == "en")
