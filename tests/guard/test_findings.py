"""A finding says where, never what."""

from bot.guard import Finding, Kind, find


def test_a_finding_does_not_show_the_value() -> None:
    (finding,) = find("write to sample@example.org")
    assert finding == Finding(Kind.EMAIL, 9, 27)
    assert "sample" not in repr(finding)


def test_kinds_are_named_for_people_and_files() -> None:
    assert [str(kind) for kind in Kind] == [
        "email",
        "phone",
        "iban",
        "card",
        "passport",
        "identity_card",
        "plate",
        "vin",
        "national_id",
        "birth_date",
    ]
