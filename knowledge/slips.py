"""What a hurried thumb makes of a text: slips between neighbouring keys, marks left out, Latin letters for others.

Made by machine, so that meanings are learned from texts as they are typed and not only as they are written. The same
text always becomes the same: what was embedded once is found again.
"""

from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise
from random import Random
from types import MappingProxyType

from knowledge.folding import fold, fold_informally
from knowledge.romanisation import native

ROWS = (
    *("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    *("йцукенгшщзхї", "фівапролджє", "ячсмитьбю"),
    *("љњертзуиопшђ", "асдфгхјклчћ", "џцвбнм"),
    *("ქწერტყუიოპ", "ასდფგჰჯკლ", "ზხცვბნმ"),
)
"""Rows of the keyboards that our languages are typed on."""
# A short text takes one slip, a question two, a story three: more would make other words of them.
SLIPS_BY_LENGTH = (0, 15, 40)
# A text with fewer letters would lose its sense.
FEWEST_LETTERS = 4
FOLDED = 0.5
"""Share of texts that lose their marks or their script, in languages that have any."""
INFORMAL = 0.6
"""Share of these that are spelled as phones spell, not as transliteration tables do."""
LOWER = 0.5
"""Share of the others that lose their capitals."""


def _neighbours() -> Mapping[str, str]:
    near: dict[str, str] = defaultdict(str)
    for one, other in (pair for row in ROWS for pair in pairwise(row)):
        near[one] += other
        near[other] += one
    return near


NEIGHBOURS = MappingProxyType(dict(_neighbours()))


def typed(text: str, locale: str) -> str:
    """Return a text as somebody might type it in a hurry; a very short one stays.

    Args:
        text: in the language's own script.
        locale: of the text; what would be typed in Latin letters comes back in the script that it stands for, as the
            search reads it.
    """
    random = Random(f"{locale} {text}")  # noqa: S311  # no secret is made of it
    if locale != "en" and random.random() < FOLDED:
        bare = fold_informally if random.random() < INFORMAL else fold
        return native(bare(text), locale)
    slipped = text.lower() if random.random() < LOWER else text
    for _ in range(sum(len(text) > least for least in SLIPS_BY_LENGTH)):
        slipped = _slip(slipped, random)
    return slipped


def _slip(text: str, random: Random) -> str:
    """Return a text with a letter lost, doubled, swapped or mistaken for its neighbour, or without a space."""
    letters = [place for place, character in enumerate(text) if character.isalpha()]
    if len(letters) < FEWEST_LETTERS:
        return text
    place = random.choice(letters)
    before, letter, after = text[:place], text[place], text[place + 1 :]
    slips = (
        before + after,
        before + letter + letter + after,
        before + after[:1] + letter + after[1:],
        before + random.choice(NEIGHBOURS.get(letter.lower(), letter)) + after,
        _without_a_space(text, random),
    )
    return random.choices(slips, weights=(30, 15, 25, 20, 10))[0]


def _without_a_space(text: str, random: Random) -> str:
    spaces = [place for place, character in enumerate(text) if character == " "]
    place = random.choice(spaces) if spaces else len(text)
    return text[:place] + text[place + 1 :]
