"""How long things are kept."""

import datetime as dt

from bot.services.periods import Keep, Periods
from bot.settings import Settings
from tests.conftest import SECRET, TOKEN


def test_every_period_is_known_and_the_settings_count() -> None:
    periods = Periods.of(
        Settings(token=TOKEN, secret=SECRET, keep_questions_days=3, inactivity_notice_days=5, _env_file=None)
    )
    assert set(periods.kept) == set(Keep)
    assert (periods.kept[Keep.QUESTIONS], periods.notice) == (dt.timedelta(days=3), dt.timedelta(days=5))
    assert (periods.kept[Keep.AUDIT], periods.kept[Keep.INACTIVE]) == (dt.timedelta(730), dt.timedelta(365))
