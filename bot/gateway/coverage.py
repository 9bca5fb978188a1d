"""The table of Bot API methods that the gateway offers, made from the code for docs/gateway.md."""

import inspect

from bot.gateway.dispatch import METHODS
from bot.gateway.parameters import Schema

BEGIN = "<!-- coverage: made by `python -m bot.gateway.coverage` -->"
END = "<!-- end of coverage -->"


def table(schema: Schema) -> str:
    """Return Markdown: one row a method with what it does, then the names of those that are not offered."""
    rows = [f"| `{name}` | {_summary(name)} |" for name in sorted(METHODS)]
    missing = ", ".join(sorted(schema.not_offered))
    head = f"{len(METHODS)} methods of Bot API {schema.version}:\n\n| Method | What it does here |\n| --- | --- |\n"
    return f"{head}{chr(10).join(rows)}\n\nAnswered with 501 ({len(schema.not_offered)} methods): {missing}.\n"


def fill(document: str, schema: Schema) -> str:
    """Return a document with the table between its two marks renewed."""
    before, _, rest = document.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table(schema)}{END}{after}"


def _summary(name: str) -> str:
    return (inspect.getdoc(METHODS[name]) or "").partition("\n")[0]


if __name__ == "__main__":
    print(table(Schema.load()), end="")
