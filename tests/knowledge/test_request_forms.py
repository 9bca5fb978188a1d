"""The forms of requests."""

import pytest

from knowledge import KnowledgeBase
from knowledge.channel_rules import Purpose, Subject
from knowledge.reference import Reference
from knowledge.request_forms import RequestForm, RequestForms


def test_every_subject_has_a_form_of_its_own(knowledge: KnowledgeBase) -> None:
    forms = knowledge.reference.request_forms
    assert {forms.of_case(subject, Purpose.POLICE).id for subject in Subject} == set(map(str, Subject))


def test_evidence_is_asked_for_with_a_letter_rogatory_and_arrest_with_extradition(knowledge: KnowledgeBase) -> None:
    forms = knowledge.reference.request_forms
    assert forms.of_case(Subject.MONEY, Purpose.EVIDENCE).id == "mla"
    assert forms.of_case(Subject.WANTED, Purpose.EVIDENCE).id == "extradition"


def test_the_labels_of_every_request_come_first(knowledge: KnowledgeBase) -> None:
    forms = knowledge.reference.request_forms
    assert [form.id for form in forms.sections(forms["vehicle"])] == ["common", "vehicle"]
    assert [form.id for form in forms.sections(forms["common"])] == ["common"]
    assert [form.id for form in forms.sections(forms["mla"])] == ["mla"]


def test_an_article_offers_its_form(knowledge: KnowledgeBase) -> None:
    assert (form := knowledge.article("stolen-vehicle", "en").form) is not None
    assert form.id == "vehicle"
    assert knowledge.article("study-visit", "en").form is None


def test_an_unknown_form_is_a_key_error() -> None:
    forms = RequestForms([RequestForm(id="kite", title="Kites", labels=("a", "b", "c"))])
    assert "kite" in forms
    with pytest.raises(KeyError):
        forms["dragon"]


def test_a_folder_without_forms_has_none() -> None:
    assert Reference().request_forms.of_article("signal") is None
