"""Recurrence rules as text."""

import datetime as dt

import pytest

from bot.calendars.rules import Frequency, Rule, RuleError, RuleProblem, read_rule


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("FREQ=DAILY", Rule(Frequency.DAILY)),
        ("RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10", Rule(Frequency.WEEKLY, count=10, by=(("BYDAY", "MO,WE"),))),
        ("freq=monthly;byday=-1fr", Rule(Frequency.MONTHLY, by=(("BYDAY", "-1FR"),))),
        ("FREQ=YEARLY;UNTIL=20301231", Rule(Frequency.YEARLY, until=dt.date(2030, 12, 31))),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=MO;", Rule(Frequency.WEEKLY, 2, by=(("WKST", "MO"),))),
        (
            "FREQ=WEEKLY;EXDATE=20270323,20270316,20270316",
            Rule(Frequency.WEEKLY, excluded=(dt.date(2027, 3, 16), dt.date(2027, 3, 23))),
        ),
        (
            "FREQ=DAILY;UNTIL=20270312T083000Z",
            Rule(Frequency.DAILY, until=dt.datetime(2027, 3, 12, 8, 30, tzinfo=dt.UTC)),
        ),
    ],
)
def test_a_rule_is_read_and_written(text: str, rule: Rule) -> None:
    assert read_rule(text) == rule
    assert read_rule(str(rule)) == rule


@pytest.mark.parametrize(
    ("text", "problem", "part"),
    [
        ("", RuleProblem.SYNTAX, ""),
        ("weekly", RuleProblem.SYNTAX, "WEEKLY"),
        ("FREQ=DAILY;FREQ=DAILY", RuleProblem.SYNTAX, "FREQ=DAILY"),
        ("COUNT=3", RuleProblem.FREQUENCY, ""),
        ("FREQ=SECONDLY", RuleProblem.FREQUENCY, "SECONDLY"),
        ("FREQ=DAILY;BYSECOND=1,2,3", RuleProblem.UNKNOWN_PART, "BYSECOND"),
        ("FREQ=DAILY;BYHOUR=9", RuleProblem.UNKNOWN_PART, "BYHOUR"),
        ("FREQ=DAILY;COUNT=3;UNTIL=20270312", RuleProblem.COUNT_AND_UNTIL, ""),
        ("FREQ=DAILY;EXDATE=2027-03-12", RuleProblem.VALUE, "EXDATE"),
        ("FREQ=DAILY;EXDATE=20270230", RuleProblem.VALUE, "EXDATE"),
        ("FREQ=DAILY;COUNT=100000", RuleProblem.TOO_MANY, "COUNT"),
        ("FREQ=DAILY;COUNT=0", RuleProblem.VALUE, "COUNT"),
        ("FREQ=DAILY;COUNT=٣", RuleProblem.VALUE, "COUNT"),
        ("FREQ=DAILY;INTERVAL=0", RuleProblem.VALUE, "INTERVAL"),
        ("FREQ=YEARLY;INTERVAL=100", RuleProblem.VALUE, "INTERVAL"),
        ("FREQ=DAILY;UNTIL=20270231", RuleProblem.VALUE, "UNTIL"),
        ("FREQ=DAILY;UNTIL=soon", RuleProblem.VALUE, "UNTIL"),
        ("FREQ=WEEKLY;BYDAY=XX", RuleProblem.VALUE, "BYDAY"),
        ("FREQ=MONTHLY;BYDAY=0MO", RuleProblem.VALUE, "BYDAY"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", RuleProblem.VALUE, "BYMONTHDAY"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", RuleProblem.VALUE, "BYMONTHDAY"),
        ("FREQ=WEEKLY;WKST=MO,TU", RuleProblem.VALUE, "WKST"),
        ("FREQ=YEARLY;BYYEARDAY=" + ",".join(map(str, range(1, 200))), RuleProblem.TOO_MANY, ""),
    ],
)
def test_a_rule_that_is_not_taken_says_what_is_wrong(text: str, problem: RuleProblem, part: str) -> None:
    with pytest.raises(RuleError) as raised:
        read_rule(text)
    assert (raised.value.problem, raised.value.part) == (problem, part)
