"""From validated parameters to what a message holds: text, caption, file, venue, contact, location."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from bot.gateway import images
from bot.gateway.entities import TextParser
from bot.gateway.errors import bad_request
from bot.gateway.files import MAX_PHOTO, MAX_UPLOAD, FileStore, StoredFile, Upload
from bot.gateway.json_types import JsonObject

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_VCARD = 2048
MAX_SIDES = 10_000
MAX_RATIO = 20
MAX_LATITUDE = 90
MAX_LONGITUDE = 180
LOCATION_FIELDS = ("latitude", "longitude", "horizontal_accuracy")
VENUE_FIELDS = ("title", "address", "foursquare_id", "foursquare_type", "google_place_id", "google_place_type")
CONTACT_FIELDS = ("phone_number", "first_name", "last_name", "vcard")


def text_content(parser: TextParser, parameters: JsonObject, name: str = "text") -> JsonObject:
    """Return `text`, `entities` and `link_preview_options` of a text message.

    Args:
        parser: judges the markup.
        parameters: of a method, or an InputTextMessageContent.
        name: the parameter with the text.

    Raises:
        ApiError: 400; empty, too long, or broken markup.
    """
    raw = parameters.get(name, "")
    if not raw:
        raise bad_request("message text is empty")
    formatted = parser.format(raw, parameters.get("parse_mode"), parameters.get("entities"))
    if not formatted.text:
        raise bad_request("text must be non-empty")
    if len(formatted.text) > MAX_TEXT:
        raise bad_request("message is too long")
    preview = parameters.get("link_preview_options")
    return formatted.fields() | ({"link_preview_options": preview} if preview else {})


def caption_content(parser: TextParser, parameters: JsonObject) -> JsonObject:
    """Return `caption` and `caption_entities`; {} without a caption.

    Raises:
        ApiError: 400; too long, or broken markup.
    """
    raw = parameters.get("caption", "")
    formatted = parser.format(raw, parameters.get("parse_mode"), parameters.get("caption_entities"))
    if len(formatted.text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    return formatted.fields("caption")


def document_content(files: FileStore, source: Upload | str) -> JsonObject:
    """Return the field `document` of an upload or of a file sent earlier.

    Raises:
        ApiError: 400; unknown file, another kind of file, empty or over 50 MB.
    """
    stored = _stored(files, source, "document", MAX_UPLOAD)
    described = {"file_name": stored.upload.name, "mime_type": stored.upload.media_type}
    return {"document": described | stored.describe()}


def photo_content(files: FileStore, source: Upload | str) -> JsonObject:
    """Return the field `photo`, a list with the one size that we keep.

    Raises:
        ApiError: 400; unknown file, no picture, over 10 MB or over 10,000 pixels of width and height.
    """
    stored = _stored(files, source, "photo", MAX_PHOTO)
    width, height = _photo_size(stored.upload.content)
    return {"photo": [stored.describe() | {"width": width, "height": height}]}


def location_content(parameters: JsonObject) -> JsonObject:
    """Return the field `location`.

    Raises:
        ApiError: 400; not on this planet.
    """
    location = {name: parameters[name] for name in LOCATION_FIELDS if name in parameters}
    if abs(location["latitude"]) > MAX_LATITUDE or abs(location["longitude"]) > MAX_LONGITUDE:
        raise bad_request("wrong latitude or longitude specified")
    return {"location": location}


def venue_content(parameters: JsonObject) -> JsonObject:
    """Return the fields `venue` and `location`, which Telegram sends along.

    Raises:
        ApiError: 400; no title, no address or no such place.
    """
    place = location_content(parameters)
    _require_words(parameters, "title", "address")
    venue = {name: parameters[name] for name in VENUE_FIELDS if name in parameters}
    return place | {"venue": place | venue}


def contact_content(parameters: JsonObject) -> JsonObject:
    """Return the field `contact`.

    Raises:
        ApiError: 400; no number, no name, or a vCard over 2,048 bytes.
    """
    _require_words(parameters, "phone_number", "first_name")
    if len(parameters.get("vcard", "").encode()) > MAX_VCARD:
        raise bad_request("vCard is too long")
    return {"contact": {name: parameters[name] for name in CONTACT_FIELDS if name in parameters}}


def _require_words(parameters: JsonObject, *names: str) -> None:
    for name in names:
        if not parameters[name].strip():
            raise bad_request(f"{name.replace('_', ' ')} must be non-empty")


def _stored(files: FileStore, source: Upload | str, kind: str, limit: int) -> StoredFile:
    """Return a file that was sent earlier, or keep a new one."""
    if isinstance(source, str):
        if urlsplit_scheme(source) in ("http", "https"):
            raise bad_request("failed to get HTTP URL content")
        found = files.find(source)
        if found.kind != kind:
            raise bad_request("type of file mismatch")
        return found
    if not source.content:
        raise bad_request("file must be non-empty")
    if len(source.content) > limit:
        raise bad_request(f"file is too big; {kind} of at most {limit} bytes expected")
    if kind == "photo":
        _photo_size(source.content)
    return files.add(kind, source)


def urlsplit_scheme(address: str) -> str:
    """Return the scheme of an address, "" when it has none or is malformed."""
    try:
        return urlsplit(address).scheme
    except ValueError:
        return ""


def _photo_size(content: bytes) -> tuple[int, int]:
    found = images.size(content)
    if found is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    _check_proportions(found)
    return found


def _check_proportions(sides: Sequence[int]) -> None:
    if min(sides) == 0 or sum(sides) > MAX_SIDES or max(sides) > MAX_RATIO * min(sides):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
