"""Tokens of invitations: what stands in the link, and what is stored of it."""

import hashlib
import hmac
import re
import secrets

PREFIX = "i_"
"""Of the deep-link payload; whatever begins so is a token, or somebody's guess at one."""
RANDOM_BYTES = 32
TOKEN = re.compile(rf"{PREFIX}[A-Za-z0-9_-]{{43}}")
"""45 characters; a payload has at most 64 (Bot features: deep linking)."""


def make() -> str:
    """Return a new token."""
    return PREFIX + secrets.token_urlsafe(RANDOM_BYTES)


def hash_of(token: str, key: bytes) -> str | None:
    """Return what is stored of a token, in hexadecimal digits; None for what cannot be one.

    It is keyed: a copy of the database alone does not tell whether a link found somewhere is one of these.
    """
    if not TOKEN.fullmatch(token):
        return None
    return hmac.new(key, f"invitation:{token}".encode(), hashlib.sha256).hexdigest()
