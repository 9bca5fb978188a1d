"""The other parsers read with the zone data that we read with."""

import zoneinfo
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="package")
def _zone_data_of_the_package() -> Iterator[None]:
    """Machines have older zone data: Moldova changes its clocks an hour later there."""
    zoneinfo.reset_tzpath(to=())
    zoneinfo.ZoneInfo.clear_cache()
    yield
    zoneinfo.reset_tzpath()
    zoneinfo.ZoneInfo.clear_cache()
