"""`python -m tests.benchmarks NAME`: `search` (also without a name) or one of the others that `--help` lists."""

import argparse
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from knowledge.evaluation import misses, read_questions
from tests.benchmarks import calibration, deliveries, external, flood, growth, held_out, resources, search, startup

DATA = Path(__file__).parent.parent / "data"
QUESTIONS = [DATA / "development"]
REPORTS: Mapping[str, Callable[[], Iterable[str]]] = MappingProxyType(
    {
        "deliveries": deliveries.report,
        "flood": flood.report,
        "growth": growth.report,
        "resources": resources.report,
        "startup": startup.report,
    }
)
"""What needs no arguments."""


def main() -> None:
    """Run the named benchmark, `search` when none is named, and print its tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Measure speed and answer quality.")
    parser.add_argument("name", choices=["search", "external", *REPORTS], nargs="?", default="search")
    parser.add_argument("--questions", type=Path, nargs="+", default=QUESTIONS, help="folders of LANG.jsonl")
    parser.add_argument("--sets", type=Path, help="external: folder of FAQ sets")
    parser.add_argument("--held-out", action="store_true", help="ask the phrases, each left out of the search")
    parser.add_argument("--by-words", action="store_true", help="without the semantic stage")
    parser.add_argument("--misses", action="store_true", help="list the questions that were not answered right")
    parser.add_argument("--calibrate", action="store_true", help="fit the weights of knowledge/decision.py")
    arguments = parser.parse_args()
    if arguments.name == "external" and arguments.sets is None:
        parser.error("external needs --sets FOLDER")
    if arguments.name != "search":
        lines = external.report(arguments.sets) if arguments.name == "external" else REPORTS[arguments.name]()
        for line in lines:
            print(line, flush=True)
        return
    if arguments.held_out:
        cases = held_out.measure(by_words=arguments.by_words)
        print("\n".join(search.tables(cases)))
    else:
        questions = [question for folder in arguments.questions for question in read_questions(folder)]
        cases, seconds = search.measure(questions, by_words=arguments.by_words)
        print("\n".join((*search.tables(cases), *seconds)))
    if arguments.misses:
        print("\n".join(misses(cases)))
    if arguments.calibrate:
        print("\n".join(calibration.report(cases)))


if __name__ == "__main__":
    main()
