"""What a question means, for a base that nothing was learned from ahead: the sentence nearest to it, of each document.

Finds less than the network of `knowledge.semantic` where there are many ways to ask for each article; needs none.
"""

from collections.abc import Iterator, MutableMapping, Sequence
from typing import Self

import numpy as np

from knowledge.encoder import Encoder, Vector
from knowledge.index import Document, subject_of
from knowledge.samples import sentences
from knowledge.semantic import Floats, log_softmax

# How near is nearer: the encoder holds all texts for alike, and hundredths tell them apart. From 0.01 to 0.0035 our own
# articles without their phrases are found equally well, at 0.02 and 0.0025 less (docs/benchmarks.md).
SHARPNESS = 0.005


class NearestTexts:
    """Tells which documents a question is near to; never changes once made."""

    def __init__(self, labels: Sequence[str], owners: Sequence[int], vectors: Floats, encoder: Encoder) -> None:
        """Take subjects, and for each of the vectors, one a row, the number of its subject."""
        self._labels = labels
        self._owners = np.array(owners, dtype=np.int64)
        self._vectors = vectors
        self._encoder = encoder

    @classmethod
    def of(
        cls,
        documents: Sequence[Document],
        encoder: Encoder,
        out_of_scope: Sequence[Document] = (),
        known: MutableMapping[str, Vector] | None = None,
    ) -> Self:
        """Embed what the documents say, sentence by sentence; about 20 ms each on one core.

        Args:
            documents: one of them at least, with a text.
            encoder: of sentences.
            out_of_scope: topics that no document covers.
            known: vectors by text, which are not made again; new ones are added.
        """
        vectors: MutableMapping[str, Vector] = {} if known is None else known
        texts = [*_texts(documents, in_scope=True), *_texts(out_of_scope, in_scope=False)]
        for _, text in texts:
            if text not in vectors:
                vectors[text] = encoder.passage(text)
        labels = tuple(dict.fromkeys(label for label, _ in texts))
        numbers = {label: number for number, label in enumerate(labels)}
        rows = np.array([vectors[text] for _, text in texts], dtype=np.float32)
        return cls(labels, [numbers[label] for label, _ in texts], rows, encoder)

    def scores(self, text: str) -> dict[str, float]:
        """Return the logarithm of the probability of each subject."""
        nearest = np.full(len(self._labels), -1.0, dtype=np.float32)
        np.maximum.at(nearest, self._owners, self._vectors @ self._encoder.encode(text))
        return dict(zip(self._labels, log_softmax(nearest / SHARPNESS).tolist(), strict=True))


def _texts(documents: Sequence[Document], *, in_scope: bool) -> Iterator[tuple[str, str]]:
    """Yield titles, phrases and sentences with their subjects."""
    for document in documents:
        label = subject_of(document.article_id, in_scope=in_scope)
        texts = (document.title, *document.phrases, *sentences(document.body))
        yield from ((label, text) for text in texts if text)
