"""What Babel's messages hold, with types: a msgid is one text, translations are a tuple."""

from babel.messages.catalog import Catalog, Message


def msgid_of(message: Message) -> str:
    """Return the msgid, the singular one where there are two."""
    return message.id if isinstance(message.id, str) else message.id[0]


def plural_of(message: Message) -> str | None:
    """Return the msgid_plural, or None."""
    return None if isinstance(message.id, str) else message.id[1]


def strings_of(message: Message) -> tuple[str, ...]:
    """Return the translations: one, or one for each plural form; empty ones included."""
    if isinstance(message.string, str):
        return (message.string,)
    return tuple(message.string or ("",))


def is_begun(message: Message) -> bool:
    """Tell whether any of it is translated."""
    return any(strings_of(message))


def is_usable(message: Message) -> bool:
    """Tell whether all of it is translated and nothing says that the English has changed since."""
    return all(strings_of(message)) and not message.fuzzy


def entries(catalog: Catalog) -> list[Message]:
    """Return the messages in their order, without the header."""
    return [message for message in catalog if message.id]


def find(catalog: Catalog, message: Message) -> Message | None:
    """Return the message with the same msgid and context, or None."""
    return catalog.get(message.id, message.context)
