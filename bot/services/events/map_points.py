"""A point on the map as coordinators type it: latitude and longitude in degrees, as maps show and copy them."""

import re

from bot.services.events import fields
from bot.services.events.fields import Edit, Field, FieldError, FieldProblem
from bot.services.events.typed_fields import NOTHING

NUMBER = r"([+-]?\d{1,3}(?:[.,]\d{1,10})?)"
PLAIN = re.compile(rf"{NUMBER}(?:\s*[;/]\s*|,?\s+|(?<=\d),(?=[+-]?\d+\.)){NUMBER}")
DECORATION = re.compile(r"[()°]")
LONGEST = 60


def parse(typed: str) -> Edit:
    """Return the point that was typed, first latitude, then longitude; a single dash takes it away.

    Args:
        typed: such as `41.69, 44.80`, `41,69 44,80` or `(41.69; 44.80)`.

    Raises:
        FieldError: it is no pair of numbers, or there is no such place.
    """
    text = DECORATION.sub("", typed).strip()
    if text == NOTHING:
        return fields.position(None)
    found = PLAIN.fullmatch(text) if len(text) <= LONGEST else None
    if found is None:
        raise FieldError(Field.POSITION, FieldProblem.BAD_POSITION)
    latitude, longitude = (float(number.replace(",", ".")) for number in found.groups())
    return fields.position((latitude, longitude))
