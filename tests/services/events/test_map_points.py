"""Points on the map as they are typed."""

import pytest

from bot.services.events import map_points
from bot.services.events.fields import FieldError, FieldProblem


@pytest.mark.parametrize(
    ("typed", "point"),
    [
        ("41.69, 44.80", (41.69, 44.8)),
        ("41.693459,44.801449", (41.693459, 44.801449)),
        ("41.69 44.80", (41.69, 44.8)),
        ("41,69; 44,80", (41.69, 44.8)),
        ("41,69 44,80", (41.69, 44.8)),
        ("41,69, 44,80", (41.69, 44.8)),
        ("(41.69°, 44.80°)", (41.69, 44.8)),
        ("-33.9, +151.2", (-33.9, 151.2)),
        ("0 0", (0.0, 0.0)),
        (" - ", (None, None)),
    ],
)
def test_a_point_is_read_as_maps_show_it(typed: str, point: tuple[float | None, float | None]) -> None:
    found = map_points.parse(typed)
    assert (found.columns["latitude"], found.columns["longitude"]) == point


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", FieldProblem.BAD_POSITION),
        ("Tbilisi", FieldProblem.BAD_POSITION),
        ("41.69", FieldProblem.BAD_POSITION),
        ("41,69", FieldProblem.BAD_POSITION),
        ("41.69, 44.80, 3", FieldProblem.BAD_POSITION),
        ("4" * 100 + " 1", FieldProblem.BAD_POSITION),
        ("91, 44.80", FieldProblem.OUT_OF_RANGE),
        ("41.69, 180.5", FieldProblem.OUT_OF_RANGE),
    ],
)
def test_what_is_no_point_is_refused(typed: str, problem: FieldProblem) -> None:
    with pytest.raises(FieldError) as error:
        map_points.parse(typed)
    assert error.value.problem is problem
