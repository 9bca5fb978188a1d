"""What two countries have between them."""

import pytest

from knowledge import Country, KnowledgeBase
from knowledge.between import Availability, Link, Reason, between, link
from knowledge.instruments import Binding, Confidence, Instrument, Membership

PAGE = "https://example.org/parties"


def instrument(binding: Binding, **statuses: str) -> Instrument:
    """Return an instrument with the statuses of some countries; the others are not listed."""
    cells = {country: Membership.model_validate({"status": "not-listed", "source": PAGE}) for country in Country}
    for code, status in statuses.items():
        cells[Country(code)] = Membership.model_validate({"status": status, "source": PAGE})
    return Instrument(id="x", name="Convention on Kites", binding=binding, countries=cells)


@pytest.mark.parametrize(
    ("binding", "own", "partner", "reason"),
    [
        (Binding.TREATY, "party", "party", Reason.BOTH_BOUND),
        (Binding.TREATY, "party", "signatory", Reason.SIGNED_ONLY),
        (Binding.TREATY, "signatory", "not-listed", Reason.NOT_BOUND),
        (Binding.TREATY, "party", "unknown", Reason.UNKNOWN),
        (Binding.BODY, "member", "agreement", Reason.BOTH_BOUND),
        (Binding.BODY, "member", "none", Reason.NOT_BOUND),
        (Binding.EU_LAW, "member", "member", Reason.BOTH_BOUND),
        (Binding.EU_LAW, "member", "none", Reason.MEMBER_STATES_ONLY),
        (Binding.EU_SENDER, "member", "none", Reason.BINDS_SENDER),
        (Binding.EU_SENDER, "none", "none", Reason.MEMBER_STATES_ONLY),
        (Binding.EU_AGREEMENT, "member", "agreement", Reason.BOTH_BOUND),
        (Binding.EU_AGREEMENT, "member", "member", Reason.WITHIN_EU),
        (Binding.EU_AGREEMENT, "agreement", "agreement", Reason.NO_MEMBER_STATE),
    ],
)
def test_the_binding_says_when_two_countries_have_it(binding: Binding, own: str, partner: str, reason: Reason) -> None:
    shown = instrument(binding, HU=own, MD=partner)
    assert link(shown, (Country.HU, Country.MD)).reason is reason
    assert link(shown, (Country.MD, Country.HU)).reason is reason


def test_the_reason_names_the_countries_it_is_about() -> None:
    assert link(instrument(Binding.TREATY, HU="party"), (Country.HU, Country.GE)).about == (Country.GE,)


def test_what_no_source_says_needs_confirmation() -> None:
    shown = instrument(Binding.TREATY, HU="party")
    cell = Membership.model_validate({"status": "party", "confidence": "unverified"})
    shown = shown.model_copy(update={"countries": {**shown.countries, Country.MD: cell}})
    found = link(shown, (Country.HU, Country.MD))
    assert (found.availability, found.about, found.confidence) == (
        Availability.UNCONFIRMED,
        (Country.MD,),
        Confidence.UNVERIFIED,
    )


def test_one_country_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="two countries"):
        between([], Country.HU, Country.HU)


def ids(knowledge: KnowledgeBase, own: str, partner: str) -> dict[str, Link]:
    """Return the links of a pair by instrument."""
    found = between(knowledge.reference.instruments.values(), Country(own), Country(partner))
    return {one.instrument.id: one for one in found}


def test_pcc_see_covers_neither_georgia_nor_ukraine(knowledge: KnowledgeBase) -> None:
    assert ids(knowledge, "RS", "MD")["pcc-see"].availability is Availability.AVAILABLE
    for pair in (("HU", "GE"), ("RO", "UA"), ("GE", "UA")):
        assert ids(knowledge, *pair)["pcc-see"].reason is Reason.NOT_BOUND


def test_directive_2023_977_binds_hungary_and_romania_only(knowledge: KnowledgeBase) -> None:
    assert ids(knowledge, "HU", "RO")["dir-2023-977"].availability is Availability.AVAILABLE
    assert ids(knowledge, "HU", "RS")["dir-2023-977"].about == (Country.RS,)


def test_a_border_treaty_is_shown_to_its_two_countries_only(knowledge: KnowledgeBase) -> None:
    assert "hu-ua-border" in ids(knowledge, "UA", "HU")
    assert "hu-ua-border" not in ids(knowledge, "UA", "RO")


def test_the_available_stand_first(knowledge: KnowledgeBase) -> None:
    order = [found.availability for found in ids(knowledge, "MK", "UA").values()]
    assert order == sorted(order, key=list(Availability).index)
