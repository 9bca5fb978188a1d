"""The key of an installation, which pseudonyms and hashes are made with."""

import hashlib
import hmac


def installation_key(secret: str) -> bytes:
    """Return the key that belongs to a secret of the settings, always the same one.

    Whoever makes pseudonyms or reads invitations must use the same secret: with another one open invitations are
    unknown, and what a member did before and after no longer stands together in the audit log.

    Raises:
        ValueError: the secret is empty.
    """
    if not secret:
        raise ValueError("found an empty secret; expected that of the installation")
    return hmac.new(secret.encode(), b"ilecu-installation-key", hashlib.sha256).digest()
