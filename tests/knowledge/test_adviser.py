"""The channel adviser: cases written from the sources, gaps and contradictions."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge import Channel, Country, KnowledgeBase
from knowledge.adviser import Case, ChannelAdviser, every_case
from knowledge.channel_rules import ChannelRule, Purpose, Subject, Urgency, read_channel_rules
from knowledge.reference import Reference
from knowledge.reference_rules import adviser_findings

CASES = yaml.safe_load((Path(__file__).parents[1] / "data" / "channel_cases.yaml").read_text(encoding="utf-8"))
RULE = {
    "id": "kite",
    "channel": "interpol",
    "rank": 10,
    "because": "Kites fly everywhere.",
    "contact": "ncb",
    "articles": ["signal"],
    "sources": ["https://example.org/kites"],
}


def case_of(values: dict[str, Any]) -> Case:
    """Return the case of a line of the table."""
    pair = Country(values["own"]), Country(values["partner"])
    return Case(*pair, Subject(values["subject"]), Urgency(values["urgency"]), Purpose(values["purpose"]))


@pytest.mark.parametrize("values", CASES, ids=lambda values: f"{values['own']}-{values['partner']}-{values['subject']}")
def test_the_advice_is_what_the_sources_say(knowledge: KnowledgeBase, values: dict[str, Any]) -> None:
    advice = knowledge.reference.adviser.advise(case_of(values))
    sure = {str(offer.rule.channel) for offer in advice.offers if not offer.doubts}
    doubtful = {str(offer.rule.channel) for offer in advice.offers if offer.doubts}
    assert set(values["offers"]) <= sure
    assert set(values["doubtful"]) <= doubtful - sure
    assert not set(values["refuses"]) & (sure | doubtful)


def test_there_are_at_least_sixty_cases_of_every_country_and_subject() -> None:
    assert len(CASES) >= 60
    assert {values["own"] for values in CASES} == {values["partner"] for values in CASES} == set(Country)
    assert {values["subject"] for values in CASES} == set(Subject)


def test_every_combination_has_a_channel(knowledge: KnowledgeBase) -> None:
    cases = list(every_case())
    assert len(cases) == 7 * 6 * len(Subject) * 2 * 2
    assert all(knowledge.reference.adviser.advise(case).offers for case in cases)


def test_no_channel_is_both_offered_and_advised_against(knowledge: KnowledgeBase) -> None:
    for case in every_case():
        advice = knowledge.reference.adviser.advise(case)
        offered = {offer.rule.channel for offer in advice.offers}
        assert not offered & {refusal.rule.channel for refusal in advice.refusals}


def test_what_needs_confirmation_comes_after_what_is_sure(knowledge: KnowledgeBase) -> None:
    case = Case(Country.MD, Country.MK, Subject.ELECTRONIC, Urgency.URGENT, Purpose.POLICE)
    doubts = [bool(offer.doubts) for offer in knowledge.reference.adviser.advise(case).offers]
    assert doubts == sorted(doubts)
    assert any(doubts)


def test_one_country_is_no_case() -> None:
    with pytest.raises(ValueError, match="two countries"):
        Case(Country.HU, Country.HU, Subject.ART, Urgency.URGENT, Purpose.POLICE)


def rules(*changes: dict[str, Any]) -> Reference:
    """Return a reference with rules that differ from `RULE` as told."""
    return Reference(rules=tuple(ChannelRule.model_validate(RULE | change) for change in changes))


def findings(reference: Reference) -> list[str]:
    """Return what is wrong with the rules, the first of each kind."""
    return [finding.found for finding in adviser_findings(Path("channels.yaml"), reference)]


def test_a_case_without_a_channel_is_a_gap() -> None:
    found = findings(rules({"when": {"purpose": ["police"]}}))
    assert found[0] == "no channel for HU-RO wanted routine evidence"


def test_two_rules_of_one_rank_for_one_channel_are_a_contradiction() -> None:
    found = findings(rules({}, {"id": "dragon"}))
    assert "kite and dragon of one rank for HU-RO wanted routine police" in found


def test_a_rule_that_never_counts_is_reported() -> None:
    assert findings(rules({}, {"id": "dragon", "rank": 11})) == ["dragon, which no case needs"]


def test_a_rule_that_speaks_against_a_channel_does_not_outweigh_one_that_offers_it() -> None:
    adviser = ChannelAdviser(rules({}, {"id": "never", "rank": 90, "verdict": "avoid"}).rules, {})
    case = Case(Country.HU, Country.RO, Subject.ART, Urgency.URGENT, Purpose.POLICE)
    assert [offer.rule.channel for offer in adviser.advise(case).offers] == [Channel.INTERPOL]
    assert adviser.advise(case).refusals == ()


def test_a_damaged_rule_is_reported_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "channels.yaml"
    path.write_text("# Rules\n- id: kite\n  channel: carrier-pigeon\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"channels\.yaml:3: found 0\.channel: 'carrier-pigeon'"):
        read_channel_rules(path)
