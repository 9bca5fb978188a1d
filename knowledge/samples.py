"""What the classifiers learn from: titles, phrases and, for the classifier of words, bodies.

Phrases are what questions look like, so beside them a body adds little. Without them it is nearly all that is known:
then it is taken sentence by sentence, each as short as a question.
"""

import re
from collections.abc import Iterator, Sequence

from knowledge.classifier import Sample
from knowledge.index import Document, subject_of
from knowledge.slips import typed

# What a paragraph of a well-phrased article says of its subject, beside a title or a phrase.
BODY_WEIGHT = 0.25
# Blocks of such a body that are learned from: short answer and first steps; the rest doubles the time and finds nothing
# more.
LEARNED_BLOCKS = 6
# Our articles without their phrases are found by 2 of 100 development questions more if sentences are learned from,
# without their titles as well by 6; with three phrases or ten, neither way finds more.
ENOUGH_PHRASES = 3
# What all sentences of a body say together, beside a title: were it more for longer bodies, these would be taken for
# everything. From 2 to 4 our articles without phrases are found equally well, by 1 a little less; the more it is, the
# less is left of a title in another language.
BODY_SHARE = 2.0
SENTENCE_END = re.compile(r"(?<=[.!?\u2026])\s+|\n+")


def subject_samples(documents: Sequence[Document], out_of_scope: Sequence[Document]) -> Iterator[Sample]:
    """Yield what the classifier of words learns from."""
    for label, document in _labelled(documents, out_of_scope):
        learned = _blocks if len(document.phrases) >= ENOUGH_PHRASES else _sentences
        yield from learned(label, document.body)
    yield from short_samples(documents, out_of_scope)


def short_samples(documents: Sequence[Document], out_of_scope: Sequence[Document]) -> Iterator[Sample]:
    """Yield titles and phrases: what is as short as a question."""
    for label, document in _labelled(documents, out_of_scope):
        yield from (Sample(label, text) for text in (document.title, *document.phrases) if text)


def meaning_samples(documents: Sequence[Document], out_of_scope: Sequence[Document]) -> Iterator[Sample]:
    """Yield what meanings are learned from: titles and phrases as written, and as they are typed in a hurry."""
    yield from short_samples(documents, out_of_scope)
    for label, document in _labelled(documents, out_of_scope):
        texts = {text: typed(text, document.locale) for text in (document.title, *document.phrases) if text}
        yield from (Sample(label, other) for text, other in texts.items() if other != text)


def _labelled(documents: Sequence[Document], out_of_scope: Sequence[Document]) -> Iterator[tuple[str, Document]]:
    """Yield all documents with their subjects, the articles first."""
    for in_scope, some in ((True, documents), (False, out_of_scope)):
        yield from ((subject_of(document.article_id, in_scope=in_scope), document) for document in some)


def _blocks(label: str, body: Sequence[str]) -> Iterator[Sample]:
    yield from (Sample(label, text, BODY_WEIGHT) for text in body[:LEARNED_BLOCKS])


def _sentences(label: str, body: Sequence[str]) -> Iterator[Sample]:
    every = list(sentences(body))
    yield from (Sample(label, text, BODY_SHARE / len(every)) for text in every)


def sentences(body: Sequence[str]) -> Iterator[str]:
    """Yield the sentences of a body, those of each block apart."""
    yield from (text for block in body for text in SENTENCE_END.split(block) if text.strip())
