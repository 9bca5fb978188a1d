"""Which of our languages a question is written in, also when it is typed in Latin letters without diacritics.

Script alone is not language: Cyrillic may be `uk`, `mk` or `sr`, Latin letters may be any of them. A naive Bayes model
over the character n-grams of the knowledge base itself decides, with the letters that only one language has; when it is
not clear, the guess is None and the asker's own setting stands.
"""

import importlib.resources
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Self

import yaml

from knowledge.folding import Script, fold, fold_informally, normalise, script_of, tokenise
from knowledge.grams import Grams, GramTable

# Characters of text that a language is learnt from; ten times as much guesses no better and takes three seconds.
ENOUGH_TEXT = 150_000
# Words of a language that are learnt from, the most frequent first; more add time and no knowledge.
MAX_WORDS = 4000
# What a letter found in one alphabet only is worth, in nats: more than any one word says.
DECISIVE_WEIGHT = 10.0
DECISIVE = MappingProxyType(
    {
        Script.CYRILLIC: {"uk": "іїєґйьюящ", "mk": "ѓќѕѐѝ", "sr": "ђћ"},
        Script.LATIN: {"hu": "őűáéóúöü", "ro": "ăâșțşţ", "sr_Latn": "čćđšž"},
    }
)
# Neither in one of our languages nor in a name in it: the question is Russian or Bulgarian.
FOREIGN_CYRILLIC = frozenset("ыэъё")
# Nats per n-gram between the first and the second language below which the guess is left open.
MIN_MARGIN = 0.1
# The same for the whole question: two or three words lead by chance, and a wrong language is worse than the asker's
# own. Of phrases of up to three words in Latin letters, held out from training, 2 % are misread at 20 and 7 % at 0.
MIN_LEAD = 20.0
# The same over the asker's own language: officers mix theirs with English, and want to be answered in theirs. Of
# questions in another language than the asker's 1 % stay unclear by this.
MIN_LEAD_OVER_OWN = 60.0
# Share of the question's n-grams that the language must know: German or Polish fall below.
MIN_KNOWN = 0.5
# A language typed in Latin letters is reported under this locale where that is another one.
LATIN_LOCALE = MappingProxyType({"sr": "sr_Latn"})


@dataclass(frozen=True)
class Guess:
    """The language of a question.

    Attributes:
        locale: None when unclear or none of ours.
        margin: nats per n-gram between the first and the second language; infinite when there is no second.
        ranking: (locale, log-likelihood), best first; empty for text without letters.
    """

    locale: str | None
    margin: float
    ranking: tuple[tuple[str, float], ...]


UNKNOWN = Guess(None, 0.0, ())


class LanguageGuesser:
    """Character n-gram naive Bayes, one table per script."""

    def __init__(self, words: Mapping[Script, Mapping[str, Mapping[str, float]]], neutral: frozenset[str]) -> None:
        """Take the weight of words by script and locale, and words that say nothing; `train` makes both."""
        self._tables = {script: GramTable(by_locale) for script, by_locale in words.items()}
        self._neutral = neutral

    @classmethod
    def train(cls, samples: Iterable[tuple[str, str]]) -> Self:
        """Learn from (locale, text) in each language's own script; what is typed in Latin letters is made from it."""
        texts: dict[str, Counter[str]] = defaultdict(Counter)
        length: Counter[str] = Counter()
        for locale, text in samples:
            if length[locale] < ENOUGH_TEXT:
                texts[locale].update(tokenise(text))
                length[locale] += len(text)
        weights: dict[Script, dict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
        neutral: set[str] = set()
        for locale, counts in texts.items():
            frequent = dict(counts.most_common(MAX_WORDS))
            own = _own_script(frequent)
            if own is not Script.LATIN:
                neutral.update(word for word in frequent if script_of(word) is Script.LATIN)
            for word, count in frequent.items():
                if script_of(word) is own:
                    weight = 1 + math.log(count)
                    weights[own][locale][word] = weight
                    typed = weights[Script.LATIN][LATIN_LOCALE.get(locale, locale)]
                    typed.update(
                        (form, max(weight, typed.get(form, 0))) for form in (fold(word), fold_informally(word))
                    )
        return cls(weights, frozenset(neutral))

    def guess(self, text: str, own: str | None = None) -> Guess:
        """Return the language of the text; its locale is None when two are about as likely or none fits.

        Args:
            text: as typed.
            own: the asker's language, which another one has to beat clearly.
        """
        script = script_of(text)
        table = self._tables.get(script) if script else None
        if script is None or table is None or FOREIGN_CYRILLIC.intersection(normalise(text)):
            return UNKNOWN
        words = [word for word in tokenise(text) if script_of(word) is script and word not in self._neutral]
        grams = Grams.of([fold(word) if script is Script.LATIN else word for word in words])
        letters = set("".join(words))
        scored = zip(table.locales, table.scores(grams), strict=True)
        ranking = sorted(
            ((locale, score + _decisive(script, locale, letters)) for locale, score in scored),
            key=lambda ranked: -ranked[1],
        )
        lead = ranking[0][1] - ranking[1][1] if len(ranking) > 1 else math.inf
        margin = lead / max(len(grams), 1)
        is_clear = margin >= MIN_MARGIN and lead >= MIN_LEAD and table.share(grams, ranking[0][0]) >= MIN_KNOWN
        is_clear = is_clear and ranking[0][1] - _of_own(ranking, own) >= MIN_LEAD_OVER_OWN
        return Guess(ranking[0][0] if is_clear else None, margin, tuple(ranking))


def _of_own(ranking: Iterable[tuple[str, float]], own: str | None) -> float:
    """Return the likelihood of the asker's language where it is another than the first; else as unlikely as can be."""
    (first, _), *others = ranking
    if own is None or language_of(first) == language_of(own):
        return -math.inf
    return max((score for locale, score in others if language_of(locale) == language_of(own)), default=-math.inf)


def language_of(locale: str) -> str:
    """Return the language of a locale without its script: `sr` of `sr_Latn`."""
    return locale.partition("_")[0]


def read_function_words() -> Mapping[str, frozenset[str]]:
    """Return the packaged function words by locale, in lower case."""
    text = importlib.resources.files("knowledge").joinpath("function_words.yaml").read_text(encoding="utf-8")
    return {locale: frozenset(tokenise(words)) for locale, words in yaml.safe_load(text).items()}


def _own_script(words: Iterable[str]) -> Script:
    """Return the script of most of the words."""
    scripts = Counter(filter(None, map(script_of, words)))
    return scripts.most_common(1)[0][0] if scripts else Script.LATIN


def _decisive(script: Script, locale: str, letters: set[str]) -> float:
    return DECISIVE_WEIGHT * len(letters.intersection(DECISIVE.get(script, {}).get(locale, "")))
