"""`ilecu gateway` refuses to be reached from outside by accident."""

from pathlib import Path

import pytest

from bot import cli
from tests.conftest import SECRET


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({}, "must be allowed explicitly"),
        ({"PUBLIC": "true"}, "login secret of 12 characters"),
        ({"PUBLIC": "true", "SECRET": "short"}, "login secret of 12 characters"),
        ({"PUBLIC": "true", "SECRET": "long enough secret"}, "name the hosts"),
    ],
)
def test_an_address_that_others_reach_needs_permission_secret_and_names(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    changed: dict[str, str],
    complaint: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ILECU_TOKEN", "123456:plainly-not-a-token")
    monkeypatch.setenv("ILECU_SECRET", SECRET)
    monkeypatch.setenv("ILECU_GATEWAY_HOST", "0.0.0.0")  # noqa: S104  # what must be refused
    for name, value in changed.items():
        monkeypatch.setenv(f"ILECU_GATEWAY_{name}", value)
    monkeypatch.setattr("sys.argv", ["ilecu", "gateway"])
    with pytest.raises(SystemExit) as caught:
        cli.main()
    assert caught.value.code == 2
    message = capsys.readouterr().err
    assert "ILECU_GATEWAY_HOST: " in message
    assert complaint in message
