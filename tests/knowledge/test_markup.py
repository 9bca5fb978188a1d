"""The Markdown subset."""

import pytest

from knowledge.markup import Span, plain, spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", [Span("plain")]),
        ("a **b** c", [Span("a "), Span("b", bold=True), Span(" c")]),
        (
            "*i* **b *bi***",
            [Span("i", italic=True), Span(" "), Span("b ", bold=True), Span("bi", bold=True, italic=True)],
        ),
        ("[page](https://example.org/a?b=1&c=2)", [Span("page", link="https://example.org/a?b=1&c=2")]),
        ("5 * 3 and a_b_c", [Span("5 * 3 and a_b_c")]),
        ("<b>x</b> & [x]", [Span("<b>x</b> & [x]")]),
        ("[x](javascript:alert)", [Span("[x](javascript:alert)")]),
    ],
)
def test_a_block_is_read_as_runs_of_one_style(text: str, expected: list[Span]) -> None:
    joined: list[Span] = []
    for span in spans(text):
        same = joined and (joined[-1].bold, joined[-1].italic, joined[-1].link) == (span.bold, span.italic, span.link)
        joined[-1:] = (
            [Span(joined[-1].text + span.text, span.bold, span.italic, span.link)] if same else [*joined[-1:], span]
        )
    assert joined == expected


def test_a_block_can_be_read_without_marks() -> None:
    assert plain("See **the** [page](https://example.org).") == "See the page."
