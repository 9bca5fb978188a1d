"""What may stand in a record of the audit log: codes, numbers and pseudonyms, never a name or what somebody wrote."""

import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.models.audit import Action

CLI = "cli"
"""The actor of what is done at the command line."""
SYSTEM = "system"
"""The actor of what the assistant does by itself."""
PSEUDONYM_DIGITS = 16
"""Hexadecimal digits of a pseudonym: 64 bits, so that two of some thousand members do not share one."""
MAX_DETAILS = 500
"""Characters of the details as JSON."""
ACTOR = re.compile(rf"{CLI}|{SYSTEM}|m_[0-9a-f]{{{PSEUDONYM_DIGITS}}}")
OBJECT = re.compile(r"[a-z_]{1,20}:[A-Za-z0-9_.-]{1,59}")
CODE = re.compile(r"[A-Za-z0-9_.:-]{0,64}")
"""A code, an id, a date, a hash: without blanks and `@` it is no sentence and no address."""
Code = str | int | bool | None


@dataclass(frozen=True)
class Entry:
    """What is to be recorded.

    Attributes:
        actor: `CLI`, `SYSTEM`, or what `pseudonym` returns.
        action: what was done.
        object: to what, as `type:id`, such as `unit:hu-ilecu`; a member is a pseudonym here too.
        details: what else must be known, such as `{"role": "curator"}`.

    Raises:
        ValueError: a field could hold a name or a sentence, or is too long; the message does not repeat it.
    """

    actor: str
    action: Action
    object: str
    details: Mapping[str, Code] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse what must not be kept for years."""
        if not ACTOR.fullmatch(self.actor):
            raise ValueError(f"{self.action}: found another actor; expected {CLI}, {SYSTEM} or a pseudonym")
        if not OBJECT.fullmatch(self.object):
            raise ValueError(f"{self.action}: found another object; expected type:id of at most 80 characters")
        texts = [*self.details, *(value for value in self.details.values() if isinstance(value, str))]
        if not all(CODE.fullmatch(text) for text in texts):
            raise ValueError(f"{self.action}: found text in the details; expected codes of at most 64 characters")
        if len(self.details_text()) > MAX_DETAILS:
            raise ValueError(f"{self.action}: found longer details; expected at most {MAX_DETAILS} characters")

    def details_text(self) -> str:
        """Return the details as they are stored: JSON, keys sorted."""
        return json.dumps(dict(self.details), sort_keys=True, separators=(",", ":"))


def pseudonym(member_id: int, key: bytes) -> str:
    """Return what stands for a member in the log.

    A member always has the same one, so what an erased member did stays together; nothing leads back to the person
    without the key and the member's row.

    Args:
        member_id: `Member.id`, which must never pass to another person.
        key: a secret of the installation, not empty. Who has it can try all numbers; a new one parts the records.

    Raises:
        ValueError: the key is empty.
    """
    if not key:
        raise ValueError("found an empty key; expected the secret of the installation")
    digest = hmac.new(key, f"audit-member:{member_id}".encode(), hashlib.sha256).hexdigest()
    return f"m_{digest[:PSEUDONYM_DIGITS]}"
