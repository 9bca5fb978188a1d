"""As many documents as wanted, made from our articles and their phrases; the same every time.

A synthetic article takes words from three of ours in each language, and lengths of texts from the first of them, so it
has a subject, and its words are as frequent as words are. One word in `NEW_WORD` is put together from two, as names
and compounds keep coming in when documents do.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from random import Random

from knowledge.index import Document

PARENTS = 3
NEW_WORD = 12
"""Of so many words one is new."""


def recombine(documents: Sequence[Document], count: int) -> list[Document]:
    """Return `count` documents, all language versions of one article after another.

    Args:
        documents: what they are made of, at least three articles; a version that an article lacks is not made.
        count: how many.
    """
    versions: dict[str, dict[str, Document]] = defaultdict(dict)
    for document in documents:
        versions[document.article_id][document.locale] = document
    made: list[Document] = []
    number = 0
    while len(made) < count:
        made += _article(number, versions)
        number += 1
    return made[:count]


def _article(number: int, versions: Mapping[str, Mapping[str, Document]]) -> Iterator[Document]:
    """Yield the language versions of one article."""
    parents = _random(str(number)).sample(sorted(versions), PARENTS)
    for locale, template in versions[parents[0]].items():
        random = _random(f"{number} {locale}")
        words = [word for parent in parents for word in _words(versions[parent].get(locale))]
        title, *others = (_text(text, words, random) for text in _texts(template))
        phrases, body = others[: len(template.phrases)], others[len(template.phrases) :]
        yield Document(f"synthetic-{number}", locale, title, tuple(phrases), tuple(body))


def _random(seed: str) -> Random:
    return Random(seed)  # noqa: S311  # no secret is made of it


def _texts(document: Document) -> tuple[str, ...]:
    return (document.title, *document.phrases, *document.body)


def _words(document: Document | None) -> list[str]:
    """Return all words of a document, as often as they are there."""
    return " ".join(_texts(document)).split() if document else []


def _text(text: str, words: Sequence[str], random: Random) -> str:
    """Return a text as long as another, of other words."""
    return " ".join(_word(words, random) for _ in text.split())


def _word(words: Sequence[str], random: Random) -> str:
    if random.randrange(NEW_WORD):
        return random.choice(words)
    beginning, end = random.choice(words), random.choice(words)
    return beginning[: len(beginning) // 2 + 1] + end[len(end) // 2 :]
