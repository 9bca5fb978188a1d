"""The words of a message: what is left without placeholders, tags and addresses."""

import re

PLACEHOLDER = re.compile(r"\{[^{}]*\}")
COMMAND = re.compile(r"(?<![\w/@<])[@/][A-Za-z_]\w*")
ADDRESS = re.compile(rf"(?:https?://|www\.|tg://)[^\s)<>\"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|{COMMAND.pattern}")
"""Web and e-mail addresses, @names, /commands."""
TAG = re.compile(r"</?[a-z][^<>]*>|&(?:#?\w+);", re.IGNORECASE)


def without_addresses(text: str) -> str:
    """Return the text with tags and addresses replaced by a space; placeholders stay."""
    return ADDRESS.sub(" ", TAG.sub(" ", text))


def words(text: str) -> str:
    """Return the text with placeholders, tags and addresses replaced by a space."""
    return PLACEHOLDER.sub(" ", without_addresses(text))
