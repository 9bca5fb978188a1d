"""What becomes of the search with more documents: time to learn, to load and to answer, and memory.

Every number is measured in a process that does nothing else. Questions are asked by words alone, and find no answers,
as the documents are synthetic; what they cost does not depend on that.
"""

import gc
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory

from bot.app import load_knowledge
from knowledge.evaluation import read_questions
from knowledge.index_cache import SUFFIX, key_of, read, read_or_learn
from knowledge.search import Searcher
from tests.benchmarks.fresh_process import MEGABYTE, answer, percentiles, resident, run
from tests.benchmarks.synthetic import recombine

SIZES = (600, 2_500, 10_000)
QUESTIONS = Path(__file__).parent.parent / "data" / "development"
ASKED = 500
KIBIBYTE = 1024
COLUMNS = ("learn s", "cpu s", "peak MB", "file MB", "load s", "memory MB", "p50 ms", "p99 ms")
"""`cpu s` is what the processor spends on learning, `peak MB` the most memory that the process takes meanwhile, with
the documents; `memory MB` what the loaded search takes."""


def report() -> Iterator[str]:
    """Yield a table, line by line as it is measured."""
    yield f"{'documents':>9}" + "".join(f"{column:>11}" for column in COLUMNS)
    for size in SIZES:
        numbers = measure(size)
        yield f"{size:9,}" + "".join(f"{numbers[column]:11,.1f}" for column in COLUMNS)


def measure(size: int) -> dict[str, float]:
    """Return the numbers of `COLUMNS` for so many documents."""
    with TemporaryDirectory() as folder:
        learned = run(__name__, "learn", folder, str(size))
        loaded = run(__name__, "load", folder)
    return learned | loaded | {"load s": learned["key s"] + loaded["read s"]}


def learn(folder: Path, size: int) -> dict[str, float]:
    """Learn from synthetic documents and keep what was learned."""
    documents = recombine(load_knowledge().documents(), size)
    started = time.perf_counter()
    key_of(documents, ())
    keyed, working = time.perf_counter(), time.process_time()
    read_or_learn(documents, (), folder)
    learned = time.perf_counter()
    return {
        "key s": keyed - started,
        "learn s": learned - keyed,
        "cpu s": time.process_time() - working,
        "peak MB": getrusage(RUSAGE_SELF).ru_maxrss * KIBIBYTE / MEGABYTE,
        "file MB": _kept(folder).stat().st_size / MEGABYTE,
    }


def load(folder: Path) -> dict[str, float]:
    """Load what was learned, as the assistant does at its start, and ask questions.

    The documents themselves are not there, so their key is not compared: `learn` says how long that takes.
    """
    questions = read_questions(QUESTIONS)
    some = questions[:: max(1, len(questions) // ASKED)]
    gc.disable()
    before, started = resident(), time.perf_counter()
    learned = read(_kept(folder))
    ready = time.perf_counter()
    if learned is None:
        raise ValueError(f"{folder}: nothing kept there")
    gc.freeze()
    gc.enable()
    searcher = Searcher(learned)
    seconds = [_timed(searcher, question.q, question.lang) for question in some]
    median, worst = percentiles(seconds)
    return {"read s": ready - started, "memory MB": resident() - before, "p50 ms": median, "p99 ms": worst}


def _timed(searcher: Searcher, query: str, locale: str) -> float:
    started = time.perf_counter()
    searcher.search(query, locale)
    return time.perf_counter() - started


def _kept(folder: Path) -> Path:
    return next(folder.glob(f"*{SUFFIX}"))


if __name__ == "__main__":
    step, place, *rest = sys.argv[1:]
    answer(learn(Path(place), int(rest[0])) if step == "learn" else load(Path(place)))
