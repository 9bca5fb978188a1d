"""Learning what questions mean, from what they are when they are written and when they are typed."""

from pathlib import Path

import numpy as np

from bot.cli.learning import is_outdated, read_vectors, write_vectors
from knowledge import KnowledgeBase


def test_the_packaged_networks_were_learned_from_what_there_is_and_not_from_less(knowledge: KnowledgeBase) -> None:
    assert not is_outdated(knowledge)
    assert is_outdated(KnowledgeBase([], knowledge.reference))


def test_vectors_come_back_as_they_were_kept(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "vectors.npz"
    assert read_vectors(path) == {}
    write_vectors(path, {"запит": np.array([0.5, -1.0], dtype=np.float32)})
    assert read_vectors(path)["запит"].tolist() == [0.5, -1.0]
