"""The key of an installation."""

import pytest

from bot.services.keys import installation_key


def test_a_secret_has_one_key_that_does_not_show_it() -> None:
    key = installation_key("plainly a secret")
    assert key == installation_key("plainly a secret") != installation_key("another")
    assert len(key) == 32
    assert b"secret" not in key


def test_without_a_secret_there_is_no_key() -> None:
    with pytest.raises(ValueError, match="empty secret"):
        installation_key("")
