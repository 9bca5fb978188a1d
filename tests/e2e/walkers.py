"""Who walks through the demo, in which language, on which screen."""

from dataclasses import dataclass

from tests.e2e.visit import DESKTOP, DESKTOP_DARK, PHONE, PHONE_DARK, Screen


@dataclass(frozen=True)
class Walker:
    """A persona and what they type.

    Attributes:
        persona: key in the cast.
        locale: of their client, so of everything they do not ask for in another language.
        typed: the language of what they type.
        question: asks for the article on hot pursuit.
        weather: what no article answers.
        other: the language that they change to, and then back.
        screen: what they look at.
    """

    persona: str
    locale: str
    typed: str
    question: str
    weather: str
    other: str
    screen: Screen


WALKERS = (
    Walker(
        "officer-belgrade", "sr", "sr_Latn",
        "vozač je pobegao preko granice, smemo li da ga gonimo", "kakvo će biti vreme sutra u Beogradu",
        "en", PHONE_DARK,
    ),
    Walker(
        "translator-kyiv", "uk", "uk",
        "втік через кордон, чи можемо переслідувати?", "яка погода завтра у Києві",
        "ro", DESKTOP,
    ),
    Walker(
        "coordinator-budapest", "hu", "hu",
        "a sofőr átmenekült a határon, üldözhetjük", "milyen lesz az időjárás holnap Budapesten",
        "ka", DESKTOP_DARK,
    ),
    Walker(
        "administrator", "en", "en",
        "the driver fled across the border, may we follow", "what is the weather in Vienna today",
        "mk", PHONE,
    ),
)  # fmt: skip
