"""Wall times of ten years in the zones of the seven countries."""

import datetime as dt

from hypothesis import strategies as st

from bot.times import ZONES, zone

FIRST, LAST = dt.datetime(2025, 1, 1), dt.datetime(2034, 12, 31, 23, 59)  # noqa: DTZ001 - wall times have no zone
zones = st.sampled_from(sorted(ZONES.values())).map(zone)
wall_times = st.datetimes(FIRST, LAST).map(lambda time: time.replace(second=0, microsecond=0))
"""Any minute."""


@st.composite
def near_changes(draw: st.DrawFn) -> dt.datetime:
    """Draw a minute of a Sunday night at the end of March or October, when clocks change in Europe."""
    year, month = draw(st.integers(FIRST.year, LAST.year)), draw(st.sampled_from([3, 10]))
    last = dt.datetime(year, month, 31)  # noqa: DTZ001 - wall times have no zone
    sunday = last - dt.timedelta(days=(last.weekday() + 1) % 7)
    return sunday + dt.timedelta(minutes=draw(st.integers(0, 6 * 60)))


any_wall_time = wall_times | near_changes()
