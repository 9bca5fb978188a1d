"""Letters: no Latin letter inside a Cyrillic or Georgian word, no letter of a neighbour's alphabet.

Letters that look alike pass every reader's eye and defeat search; a wrong alphabet shows that a neighbouring language
was copied.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from bot.catalogs import plain
from bot.catalogs.findings import Fault, Rule

SCRIPTS = ("LATIN", "CYRILLIC", "GEORGIAN")
NATIVE: Mapping[str, str] = {"ka": "GEORGIAN", "mk": "CYRILLIC", "sr": "CYRILLIC", "uk": "CYRILLIC"}
"""The script of a language, where it is not Latin."""
ALPHABETS: Mapping[str, str] = {
    "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝ",
    "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
}
"""The Cyrillic letters of a language: all others are a mistake, names are transliterated."""
MISTAKEN: Mapping[str, Mapping[str, str]] = {
    "hu": {"õ": "ő", "û": "ű", "ô": "ó or ő"},
    "ro": {"ş": "ș", "ţ": "ț", "ã": "ă"},
}
"""Latin letters left over from old fonts, and what is meant. Other foreign letters may be part of a name."""
LOOKALIKES = "aceiopxyjs"
WORD = re.compile(r"[^\W\d_]+")
LONE = re.compile(rf"(?<!\S)[{LOOKALIKES}](?=\s[\u0400-\u04ff])")
"""A single Latin letter before a Cyrillic word: a conjunction typed on the wrong keyboard."""
INFLECTED_ACRONYM = re.compile(r"[A-Z]{2,}[^\W\d_a-zA-Z]+")
"""INTERPOL with a native ending; a lone capital in front is a lookalike."""


def faults(source: str, text: str, locale: str) -> list[Fault]:
    """Return what is wrong with the letters of a translation. Words that the English has too may stand as they are."""
    language = locale.partition("_")[0]
    known = set(WORD.findall(source))
    words = [word for word in dict.fromkeys(WORD.findall(plain.words(text))) if word not in known]
    return [
        *(fault for word in words for fault in _mixed(word, language)),
        *(fault for word in words for fault in _foreign(word, language)),
        *_lone(plain.words(text), language),
    ]


def _mixed(word: str, language: str) -> Iterator[Fault]:
    """Yield the fault of a word in two scripts, naming the letters of the smaller part."""
    parts = {script: [letter for letter in word if _script(letter) == script] for script in SCRIPTS}
    present = sorted((script for script in SCRIPTS if parts[script]), key=lambda script: len(parts[script]))
    if len(present) < len(("one", "other")) or INFLECTED_ACRONYM.fullmatch(word):
        return
    native = NATIVE.get(language, "LATIN")
    wrong = next((script for script in present if script != native), present[0])
    letters = ", ".join(dict.fromkeys(parts[wrong]))
    yield _fault(f'{wrong.title()} "{letters}" in "{word}"', f"{native.title()} letters only")


def _foreign(word: str, language: str) -> Iterator[Fault]:
    """Yield the fault of a word with letters that its language does not have."""
    letters = dict.fromkeys(word.lower())
    if alphabet := ALPHABETS.get(language):
        strange = [letter for letter in letters if _script(letter) == "CYRILLIC" and letter not in alphabet]
        if strange:
            yield _fault(f'"{", ".join(strange)}" in "{word}"', f"letters of the alphabet of {language}")
    meant = MISTAKEN.get(language, {})
    if mistaken := [letter for letter in letters if letter in meant]:
        yield _fault(f'"{", ".join(mistaken)}" in "{word}"', ", ".join(meant[letter] for letter in mistaken))


def _lone(text: str, language: str) -> Iterator[Fault]:
    if NATIVE.get(language) == "CYRILLIC" and (lone := LONE.search(text)):
        yield _fault(f'Latin "{lone.group()}" as a word', "a Cyrillic letter")


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _fault(found: str, expected: str) -> Fault:
    return Fault(Rule.SCRIPT, found, expected)
