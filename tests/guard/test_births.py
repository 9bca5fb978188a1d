"""Dates of birth."""

import pytest

from bot.guard import Kind
from tests.guard import kinds


@pytest.mark.parametrize(
    "text",
    [
        "born 12.03.1985",
        "DOB 1985-03-12",
        "d.o.b. 12/03/85",
        "date of birth: 12 March 2024",
        "dob 19850312",
        "b. 12.03.1985",
        "*12.03.1985",
        "szül. 1985.03.12.",
        "született Győrben 1985. március 12-én",
        "1985.03.12-i születésű",
        "născută la 12.03.1985",
        "nascut 12-03-1985",
        "n. 12.03.1985",
        "нар. 12.03.1985",
        "12.03.1985 р.н.",
        "народився 12 березня 1985 року",
        "рођен 12.03.1985.",
        "rodj. 12.3.85",
        "роден 12.03.1985",
        "датум на раѓање 12.03.1985",
        "დაბადებული 12.03.1985",
        "დაბ. 1985 წლის 12 მარტს",
    ],
)
def test_a_date_beside_a_word_is_a_birth(text: str) -> None:
    assert kinds(text) == [Kind.BIRTH_DATE]


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Priklad, 12.03.1985",
        "is Peter Example (12.03.1985) known",
        "SAMPLE Maria 12.03.1985",
        "SAMPLE, Maria 12.03.1985",
        "MINTA JÁNOS 1985.03.12",
        "1985-03-12 Ivan Priklad",
        "Minta János (Szeged, 1985.03.12.)",
        "ПРИМЕРОВИЋ Марија, 07.11.1979",
        "მარიამ ნიმუშაშვილი, 07.11.1979",
    ],
)
def test_a_date_beside_a_name_is_a_birth(text: str) -> None:
    assert kinds(text) == [Kind.BIRTH_DATE]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("on 12.03.1985 in the file", id="a date alone"),
        pytest.param("Steering Group, 12.03.2027 9:30", id="a meeting"),
        pytest.param("Ivan Priklad, 12.03.2027", id="a person at a meeting"),
        pytest.param("born to run, at 12.03.1985 9:30", id="an hour follows"),
        pytest.param("Budapest Convention, 23.11.2001", id="a treaty"),
        pytest.param("Prümi Szerződés, 2005. május 27.", id="a treaty, Hungarian"),
        pytest.param("Будимпештанска Конвенција, 23.11.2001", id="a treaty, Serbian"),
        pytest.param("signed in Novi Sad, 12.03.2005", id="a town"),
        pytest.param("Vienna, Austria, 12.03.2005", id="town and country"),
        pytest.param("Naples II, 18.12.1997", id="a numbered convention"),
        pytest.param("JHA COUNCIL 12.03.2005", id="acronyms"),
        pytest.param("birth certificates: can we ask for them by 15.06.2027", id="a deadline"),
        pytest.param("не 12.03.2005", id="not née"),
        pytest.param("the form needs a date of birth, dd.mm.yyyy", id="talk of it"),
    ],
)
def test_other_dates_pass(text: str) -> None:
    assert kinds(text) == []
