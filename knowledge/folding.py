"""Text of any of our scripts brought to one ASCII form (pure functions).

Each step is looser than the one before: the *token* as typed, its *fold* (lower case, Latin letters, no diacritics)
and its *skeleton*, in which the romanisations that people improvise (`sh` or `s`, `ts` or `c`, `kh`, `x` or `h`) are
one. The index holds skeletons, so a question finds a text however either of them was typed.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from types import MappingProxyType

# Names and prefixes are typed with all kinds of apostrophes (зв'язок, зв’язок): none of them parts a word.
APOSTROPHES = dict.fromkeys(map(ord, "'’ʼ`´‘"))
CYRILLIC = MappingProxyType(
    dict(zip("абвгґдеијклмнопрстуфыэў", "abvggdeijklmnoprstufyeu", strict=True))
    | {"ђ": "dj", "ѓ": "gj", "є": "ye", "ё": "yo", "ж": "zh", "з": "z", "ѕ": "dz", "і": "i", "ї": "yi", "й": "y"}
    | {"љ": "lj", "њ": "nj", "ћ": "c", "ќ": "kj", "х": "kh", "ц": "ts", "ч": "ch", "џ": "dzh", "ш": "sh", "щ": "shch"}
    | {"ь": "", "ъ": "", "ю": "yu", "я": "ya", "ѐ": "e", "ѝ": "i"}
)
GEORGIAN = MappingProxyType(
    dict(zip("აბგდევზთიკლმნოპრსტუფქყჯჰ", "abgdevztiklmnoprstupkqjh", strict=True))
    | {"ჟ": "zh", "ღ": "gh", "შ": "sh", "ჩ": "ch", "ც": "ts", "ძ": "dz", "წ": "ts", "ჭ": "ch", "ხ": "kh"}
)
LATIN = MappingProxyType({"đ": "dj", "ł": "l", "ß": "ss", "ø": "o", "æ": "ae", "ı": "i"})
FORMAL = str.maketrans({**CYRILLIC, **GEORGIAN, **LATIN})
# One letter for one letter, as people type on a phone: Serbian and Macedonian without hooks, Georgian by its keyboard.
INFORMAL = FORMAL | str.maketrans(
    dict(zip("жчшщцхй", "zcsschj", strict=True))
    | {"ю": "ju", "я": "ja", "є": "je", "ї": "ji", "џ": "dz", "đ": "dj"}
    | dict(zip("წჭცხყქჯჟღფჩშ", "wwcxyqjjgfcs", strict=True))
)
# Letters that one language sounds in two ways: its texts are indexed under both spellings.
SECOND_SPELLING = MappingProxyType({"uk": {"г": "h"}, "ka": {"ფ": "f", "ყ": "y"}})

WORD = re.compile(r"[^\W_]+(?:[-–/.][^\W_]+)*")
PART = re.compile(r"[^\W_]+")
LOOSE = MappingProxyType(
    dict.fromkeys(("shch", "sch", "sh"), "s")
    | dict.fromkeys(("dzh", "zh", "dz"), "z")
    | dict.fromkeys(("ch", "ts", "tz", "tc", "w"), "c")
    | dict.fromkeys(("kj", "ck", "q"), "k")
    | dict.fromkeys(("kh", "x"), "h")
    # half of our languages write Evropol
    | {"evro": "euro", "dj": "d", "gj": "g", "gh": "g", "lj": "l", "nj": "n", "ph": "f", "th": "t"}
)
LOOSE_PATTERN = re.compile("|".join(sorted(LOOSE, key=len, reverse=True)))
GLIDE = re.compile("[iyj]+(?=[aeou])")
SEMIVOWEL = re.compile("[yj]")
REPEATED = re.compile(r"(.)\1+")


class Script(StrEnum):
    """The scripts that our languages are written in."""

    LATIN = "Latn"
    CYRILLIC = "Cyrl"
    GEORGIAN = "Geor"


def script_of(text: str) -> Script | None:
    """Return the script of the text; None when it has no letter of ours.

    Another script outweighs Latin, however little there is of it: `SIENA порука` is Cyrillic.
    """
    for script, is_of in ((Script.GEORGIAN, is_georgian), (Script.CYRILLIC, is_cyrillic), (Script.LATIN, is_latin)):
        if any(map(is_of, text)):
            return script
    return None


def is_georgian(character: str) -> bool:
    """Tell whether it is a letter of the modern Georgian alphabet, either case."""
    return "ა" <= character <= "ჿ" or "Ა" <= character <= "Ჿ"


def is_cyrillic(character: str) -> bool:
    """Tell whether it is a Cyrillic letter."""
    return "Ѐ" <= character <= "ԯ"


def is_latin(character: str) -> bool:
    """Tell whether it is a Latin letter, with or without diacritics."""
    return character.isalpha() and (character.isascii() or "À" <= character <= "ɏ" or "Ḁ" <= character <= "ỿ")


def normalise(text: str) -> str:
    """Return the text composed (NFKC), in lower case, without apostrophes."""
    return unicodedata.normalize("NFKC", text).translate(APOSTROPHES).lower()


def tokenise(text: str) -> Iterator[str]:
    """Yield the tokens of the text in lower case and order; nothing for text without letters and digits.

    A compound with a digit yields its parts and the whole without its marks: `I-24/7` is `i`, `24`, `7`, `i247`.
    """
    for word in WORD.findall(normalise(text)):
        parts = [word] if word.isalnum() else PART.findall(word)
        yield from parts
        if len(parts) > 1 and any(map(str.isdigit, word)):
            yield "".join(parts)


def fold(text: str) -> str:
    """Return the text in lower-case Latin letters without diacritics; letters of foreign scripts stay as they are."""
    return strip_marks(normalise(text).translate(FORMAL))


def fold_informally(text: str) -> str:
    """Return the text as people type it in Latin letters on a phone, one letter for one (`шта` is `sta`)."""
    return strip_marks(normalise(text).translate(INFORMAL))


def strip_marks(text: str) -> str:
    """Return the text without combining marks."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


def skeleton(token: str) -> str:
    """Return what all the ways to romanise a token have in common, never empty for a token that has letters."""
    folded = fold(token)
    loose = LOOSE_PATTERN.sub(lambda match: LOOSE[match[0]], folded)
    bare = REPEATED.sub(r"\1", SEMIVOWEL.sub("i", GLIDE.sub("", loose)))
    return bare if not folded.isdigit() else folded


def spellings(token: str, locale: str) -> tuple[str, ...]:
    """Return the skeletons under which a token of a text in this language is found, the usual one first."""
    variants = [token]
    for letter, other in SECOND_SPELLING.get(locale, {}).items():
        variants += [variant.replace(letter, other) for variant in variants if letter in variant]
    return tuple(dict.fromkeys(map(skeleton, variants)))
