"""Lines of a file to its parts."""

import pytest

from bot.calendars.components import Components, Property, components
from bot.calendars.content_lines import content_lines


def read(*lines: str) -> Components:
    return components(content_lines("\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR"]).encode()))


@pytest.mark.parametrize(
    ("line", "value", "parameters"),
    [
        ("SUMMARY:Meeting: part 1", "Meeting: part 1", {}),
        ("SUMMARY;LANGUAGE=hu:Ülés", "Ülés", {"LANGUAGE": "hu"}),
        (
            'SUMMARY;ALTREP="https://example.org/;a:b";x=y:Text',
            "Text",
            {"ALTREP": "https://example.org/;a:b", "X": "y"},
        ),
        ("summary:small letters", "small letters", {}),
        ("  SUMMARY:folded nowhere", "folded nowhere", {}),
        ('SUMMARY;A="unclosed:Text', "Text", {"A": ""}),
        ("SUMMARY", "", {}),
    ],
)
def test_a_property_is_read(line: str, value: str, parameters: dict[str, str]) -> None:
    event = read("BEGIN:VEVENT", "UID:1", "X:1" if line.startswith(" ") else "", line.strip(), "END:VEVENT").events[0]
    found = event.first("SUMMARY")
    assert found is not None
    assert (found.value, dict(found.parameters)) == (value, parameters)


@pytest.mark.parametrize(
    "name", ["tzone://Microsoft/Custom", "(UTC+02:00) Helsinki, Kyiv", '"(UTC+02:00) Helsinki, Kyiv"']
)
def test_a_zone_may_have_colons_with_or_without_quotes(name: str) -> None:
    event = read("BEGIN:VEVENT", f"DTSTART;TZID={name}:20270312T093000", "END:VEVENT").events[0]
    assert event.first("DTSTART") == Property(3, "20270312T093000", {"TZID": name.strip('"')})


def test_properties_of_alarms_are_not_the_events() -> None:
    event = read(
        "BEGIN:VEVENT", "BEGIN:VALARM", "DESCRIPTION:Ring", "END:VALARM", "SUMMARY:Meeting", "END:VEVENT"
    ).events[0]
    assert (event.value("DESCRIPTION"), event.value("SUMMARY")) == ("", "Meeting")


def test_the_first_of_a_property_counts() -> None:
    event = read("BEGIN:VEVENT", "SUMMARY:One", "SUMMARY:Two", "EXDATE:1", "EXDATE:2", "END:VEVENT").events[0]
    assert (event.value("SUMMARY"), len(event.properties["EXDATE"])) == ("One", 2)


def test_several_calendars_in_one_file_are_read_as_one() -> None:
    one = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:{}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    found = components(content_lines((one.format(1) + one.format(2)).encode()))
    assert [event.value("UID") for event in found.events] == ["1", "2"]
