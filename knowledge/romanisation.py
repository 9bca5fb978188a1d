"""What people type in Latin letters, back in the script of its language: what was learned there knows words in that.

Improvised spellings cannot be undone letter by letter for certain; the likeliest letter stands for each.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from knowledge.folding import Script, normalise, script_of
from knowledge.language import language_of

# The national romanisation of 2002, and the letters that phones have for the sounds that it needs marks for.
GEORGIAN = MappingProxyType(
    {"dz": "ძ", "ts": "ც", "tc": "წ", "ch": "ჩ", "sh": "შ", "zh": "ჟ", "gh": "ღ", "kh": "ხ", "ph": "ფ"}
    | dict(zip("abgdevztiklmnoprsufqxcjhwy", "აბგდევზთიკლმნოპრსუფქხცჯჰწყ", strict=True))
)
HISSING = {"shch": "щ", "sh": "ш", "ch": "ч", "zh": "ж", "kh": "х", "ts": "ц"}
COMMON = dict(zip("abvgdezijklmnoprstufhcčšž", "абвгдезијклмнопрстуфхцчшж", strict=True))
SOUTH_SLAVIC = HISSING | COMMON | {"lj": "љ", "nj": "њ", "dž": "џ", "dzh": "џ", "w": "в", "x": "кс", "y": "ј", "q": "к"}
SERBIAN = MappingProxyType(SOUTH_SLAVIC | {"dj": "ђ", "đ": "ђ", "ć": "ћ"})
MACEDONIAN = MappingProxyType(SOUTH_SLAVIC | {"gj": "ѓ", "kj": "ќ", "ć": "ќ", "đ": "ѓ", "dz": "ѕ"})
UKRAINIAN = MappingProxyType(
    HISSING
    | COMMON
    | {"ya": "я", "ja": "я", "yu": "ю", "ju": "ю", "ye": "є", "je": "є", "yi": "ї", "ji": "ї", "ia": "я", "iu": "ю"}
    | {"i": "і", "y": "и", "j": "й", "h": "г", "x": "х", "w": "в", "q": "к"}
)
ALPHABETS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"ka": GEORGIAN, "sr": SERBIAN, "mk": MACEDONIAN, "uk": UKRAINIAN}
)
LETTERS = re.compile("shch|dzh|[a-zčćšžđ]h|d[zžj]|t[sc]|[lngk]j|[yji][aeiu]|[^\\W\\d_]")
ABBREVIATION = re.compile(r"^[A-Z0-9/.-]*[A-Z0-9][A-Z0-9/.-]+$")
"""A word in capitals or with digits."""


def is_romanised(text: str, locale: str | None) -> bool:
    """Tell whether a text in Latin letters is of a language that is written in others."""
    return locale is not None and language_of(locale) in ALPHABETS and script_of(text) is Script.LATIN


def is_abbreviation(word: str) -> bool:
    """Tell whether a word is a name of ours that stays as it is (SIENA, I-24/7)."""
    return ABBREVIATION.match(word) is not None


def native(text: str, locale: str | None) -> str:
    """Return the text in the script of its language; unchanged where it is, or the language is written in Latin."""
    if locale is None or not is_romanised(text, locale):
        return text
    return " ".join(word if is_abbreviation(word) else respell(word, locale) for word in text.split())


def respell(word: str, locale: str) -> str:
    """Return a word in Latin letters in those of a language that is written in others."""
    alphabet = ALPHABETS[language_of(locale)]
    return LETTERS.sub(lambda match: _letter(match[0], alphabet), normalise(word))


def _letter(letters: str, alphabet: Mapping[str, str]) -> str:
    """Return letters that sound as one, or one by one where this language has no such sound."""
    return alphabet.get(letters) or "".join(alphabet.get(letter, letter) for letter in letters)
