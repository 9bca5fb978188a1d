"""What the packaged knowledge base takes: memory, time until it is ready, time per question, time the loop is held up.

Measured in a fresh process, which finds the index in its cache as every start but the first does.
"""

import asyncio
import gc
import sys
import time
from collections import defaultdict
from collections.abc import Coroutine, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.app import load_knowledge
from bot.search_threads import SearchThreads
from bot.services import questions
from knowledge import KnowledgeBase
from knowledge.decision import SEMANTIC
from knowledge.evaluation import Question, read_questions
from knowledge.index_cache import read_or_learn
from knowledge.search import Searcher
from tests.benchmarks.fresh_process import answer, percentiles, resident, run

QUESTIONS = Path(__file__).parent.parent / "data" / "development"
AT_A_TIME = 50
"""Questions that are asked of the event loop's threads."""
HEARTBEAT = 0.001
"""Seconds between two beats of a loop that is not held up."""


LINES = (
    "memory above a bare process with the same imports: {articles MB:.0f} MB with the articles,",
    "    {ready MB:.0f} MB with the index, {asked MB:.0f} MB after all questions",
    "ready after {articles s:.2f} s for the articles and {index s:.2f} s for the index",
    "by words alone, all {questions:.0f} questions: p50 {words unmeant p50:.1f} ms, p99 {words unmeant p99:.1f} ms;",
    "    of the processor p50 {words unmeant cpu p50:.1f} ms, p99 {words unmeant cpu p99:.1f} ms",
    "event loop held up by {idle ms:.1f} ms at most while idle, {in turn ms:.1f} ms while threads answer 50 questions",
    "    one after the other, {at once ms:.1f} ms all at once (answered in {at once s:.2f} s)",
)
MEANING = (
    "words and meanings, {share:.0%} of the questions: p50 {meant p50:.1f} ms, p99 {meant p99:.1f} ms;\n"
    "    of the processor p50 {meant cpu p50:.1f} ms, p99 {meant cpu p99:.1f} ms"
)


def report() -> Iterator[str]:
    """Yield what was measured, a line a subject."""
    with TemporaryDirectory() as folder:
        load_knowledge().prepare(Path(folder))
        numbers = run(__name__, folder)
    yield from (line.format_map(numbers) for line in LINES)
    if numbers["share"]:
        yield MEANING.format_map(numbers)


def measure(cache: Path) -> dict[str, float]:
    """Make the knowledge base ready as the assistant does, ask all development questions; return the numbers."""
    asked = read_questions(QUESTIONS)
    gc.disable()
    bare, started = resident(), time.perf_counter()
    knowledge = load_knowledge()
    read, articles = time.perf_counter(), resident()
    knowledge.prepare(cache)
    prepared, ready = time.perf_counter(), resident()
    gc.freeze()
    gc.enable()
    numbers = {"articles s": read - started, "index s": prepared - read, **speeds(knowledge.searcher, asked)}
    numbers |= {"articles MB": articles - bare, "ready MB": ready - bare, "asked MB": resident() - bare}
    numbers |= asyncio.run(delays(knowledge, asked[:: len(asked) // AT_A_TIME][:AT_A_TIME]))
    by_words = Searcher(read_or_learn(knowledge.documents(), knowledge.topics(), cache))
    return numbers | {f"words {name}": number for name, number in speeds(by_words, asked).items()}


def speeds(searcher: Searcher, asked: Sequence[Question]) -> dict[str, float]:
    """Return the share of questions whose meaning is looked at, and milliseconds for these and for the others.

    What the processor spends on a question (`cpu`) is the same on a machine that does other work.
    """
    seconds: dict[str, list[float]] = defaultdict(list)
    for question in asked:
        started, working = time.perf_counter(), time.thread_time()
        result = searcher.search(question.q, question.lang)
        name = "meant" if result.explanation.signals.calibration is SEMANTIC else "unmeant"
        seconds[name].append(time.perf_counter() - started)
        seconds[f"{name} cpu"].append(time.thread_time() - working)
    numbers = {"questions": float(len(asked)), "share": len(seconds["meant"]) / len(asked)}
    for name, some in seconds.items():
        if len(some) > 1:
            numbers[f"{name} p50"], numbers[f"{name} p99"] = percentiles(some)
    return numbers


async def delays(knowledge: KnowledgeBase, some: Sequence[Question]) -> dict[str, float]:
    """Return the longest delay of the event loop, in milliseconds, while threads answer questions as handlers do."""
    threads = SearchThreads()

    async def reply(question: Question) -> None:
        await threads.run(questions.reply, knowledge, question.q, question.lang)

    async def in_turn() -> None:
        for question in some:
            await reply(question)

    async def at_once() -> None:
        await asyncio.gather(*map(reply, some))

    numbers = {"idle ms": await longest_delay(asyncio.sleep(1)), "in turn ms": await longest_delay(in_turn())}
    started = time.perf_counter()
    numbers |= {"at once ms": await longest_delay(at_once()), "at once s": time.perf_counter() - started}
    threads.close()
    return numbers


async def longest_delay(work: Coroutine[None, None, None]) -> float:
    """Return by how many milliseconds a heartbeat of the loop comes too late, at most, until the work is done."""
    task = asyncio.create_task(work)
    worst = 0.0
    while not task.done():
        started = time.perf_counter()
        await asyncio.sleep(HEARTBEAT)
        worst = max(worst, time.perf_counter() - started - HEARTBEAT)
    await task
    return 1000 * worst


if __name__ == "__main__":
    answer(measure(Path(sys.argv[1])))
