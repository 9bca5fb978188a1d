"""`python -m tests.benchmarks search [--questions FOLDER] [--misses] [--calibrate]`."""

import argparse
from pathlib import Path

from tests.benchmarks import calibration, search

QUESTIONS = Path(__file__).parent.parent / "data" / "questions"


def main() -> None:
    """Run the named benchmark, `search` when none is named, and print its tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Measure speed and answer quality.")
    parser.add_argument("name", choices=["search"], nargs="?", default="search")
    parser.add_argument("--questions", type=Path, default=QUESTIONS, help="folder of LANG.jsonl")
    parser.add_argument("--misses", action="store_true", help="list the questions that were not answered right")
    parser.add_argument("--calibrate", action="store_true", help="fit the weights of knowledge/decision.py")
    arguments = parser.parse_args()
    cases, build_seconds = search.measure(search.read_questions(arguments.questions))
    print("\n".join(search.report(cases, build_seconds)))
    if arguments.misses:
        print("\n".join(search.misses(cases)))
    if arguments.calibrate:
        print("\n".join(calibration.report(cases)))


if __name__ == "__main__":
    main()
