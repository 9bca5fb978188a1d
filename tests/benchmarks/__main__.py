"""`python -m tests.benchmarks startup`, or `search [--questions FOLDER | --held-out] [--by-words] [--calibrate]`."""

import argparse
from pathlib import Path

from knowledge.evaluation import misses, read_questions
from tests.benchmarks import calibration, held_out, search, startup

QUESTIONS = Path(__file__).parent.parent / "data" / "development"


def main() -> None:
    """Run the named benchmark, `search` when none is named, and print its tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Measure speed and answer quality.")
    parser.add_argument("name", choices=["search", "startup"], nargs="?", default="search")
    parser.add_argument("--questions", type=Path, default=QUESTIONS, help="folder of LANG.jsonl")
    parser.add_argument("--held-out", action="store_true", help="ask the phrases, each left out of the search")
    parser.add_argument("--by-words", action="store_true", help="without the semantic stage")
    parser.add_argument("--misses", action="store_true", help="list the questions that were not answered right")
    parser.add_argument("--calibrate", action="store_true", help="fit the weights of knowledge/decision.py")
    arguments = parser.parse_args()
    if arguments.name == "startup":
        print("\n".join(startup.report()))
        return
    if arguments.held_out:
        cases = held_out.measure(by_words=arguments.by_words)
        print("\n".join(search.tables(cases)))
    else:
        cases, seconds = search.measure(read_questions(arguments.questions), by_words=arguments.by_words)
        print("\n".join((*search.tables(cases), *seconds)))
    if arguments.misses:
        print("\n".join(misses(cases)))
    if arguments.calibrate:
        print("\n".join(calibration.report(cases)))


if __name__ == "__main__":
    main()
