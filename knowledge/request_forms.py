"""What a request must contain: empty forms to copy, `request_forms.yaml`."""

from collections.abc import Iterable
from pathlib import Path

from pydantic import Field, HttpUrl, TypeAdapter, ValidationError

from knowledge.article import Entry, FindingsError
from knowledge.channel_rules import Purpose, Subject
from knowledge.reading import key_lines, read_yaml, validation_findings

COMMON = "common"
JUDICIAL = "mla"


class RequestForm(Entry):
    """One form: labels without contents.

    Attributes:
        id: its id.
        title: what it is for, translated.
        subjects: cases of the adviser that it is for.
        purposes: for which purposes.
        common: whether the labels of every request come first.
        labels: what to fill in, without contents; translated.
        articles: procedures that offer it.
        sources: pages that name these contents.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str
    subjects: tuple[Subject, ...] = ()
    purposes: tuple[Purpose, ...] = (Purpose.POLICE,)
    common: bool = True
    labels: tuple[str, ...] = Field(min_length=3)
    articles: tuple[str, ...] = ()
    sources: tuple[HttpUrl, ...] = ()


class RequestForms:
    """All forms, by id, by case and by article."""

    def __init__(self, forms: Iterable[RequestForm]) -> None:
        self._forms = {form.id: form for form in forms}

    def __contains__(self, form_id: object) -> bool:
        """Tell whether there is such a form."""
        return form_id in self._forms

    def __getitem__(self, form_id: str) -> RequestForm:
        """Return a form.

        Raises:
            KeyError: there is no such form.
        """
        return self._forms[form_id]

    def of_case(self, subject: Subject, purpose: Purpose) -> RequestForm:
        """Return the form for a case of the adviser."""
        fitting = (form for form in self._forms.values() if subject in form.subjects and purpose in form.purposes)
        return next(fitting, self._forms[JUDICIAL if purpose is Purpose.EVIDENCE else COMMON])

    def of_article(self, article_id: str) -> RequestForm | None:
        """Return the form that belongs to a procedure, or None."""
        return next((form for form in self._forms.values() if article_id in form.articles), None)

    def sections(self, form: RequestForm) -> tuple[RequestForm, ...]:
        """Return the forms whose labels make up a form, in their order."""
        return (self._forms[COMMON], form) if form.common and form.id != COMMON else (form,)


def read_request_forms(path: Path) -> tuple[RequestForm, ...]:
    """Read the forms.

    Raises:
        FindingsError: an entry is malformed.
    """
    entries = read_yaml(path)
    try:
        return TypeAdapter(tuple[RequestForm, ...]).validate_python(entries)
    except ValidationError as error:
        lines = key_lines(path, path.read_text(encoding="utf-8"), first_line=1)
        raise FindingsError(validation_findings(error, path, lines)) from error
