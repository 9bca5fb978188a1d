"""Learning what questions mean, from what they are when they are written and when they are typed."""

from pathlib import Path

import numpy as np

from bot.cli.learning import is_outdated, read_vectors, training_samples, write_vectors
from knowledge.classifier import Sample


def test_the_packaged_networks_were_learned_from_other_texts_when_one_is_new() -> None:
    samples = training_samples()
    assert not is_outdated(samples)
    assert is_outdated([*samples, Sample("red-notice", "a way to ask that nobody has written yet")])


def test_vectors_come_back_as_they_were_kept(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "vectors.npz"
    assert read_vectors(path) == {}
    write_vectors(path, {"запит": np.array([0.5, -1.0], dtype=np.float32)})
    assert read_vectors(path)["запит"].tolist() == [0.5, -1.0]
