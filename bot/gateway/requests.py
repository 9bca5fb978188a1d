"""What a Bot API request holds: query string, form, multipart or JSON, as one mapping."""

from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from bot.gateway.errors import bad_request
from bot.gateway.files import Upload
from bot.gateway.parameters import Value, parse_json

MAX_FIELD = 1024 * 1024
MAX_FIELDS = 1000
NOT_UTF8 = "strings must be encoded in UTF-8"


async def received(request: Request) -> dict[str, Value]:
    """Return the parameters of a request; those of the body win over those of the address.

    Raises:
        ApiError: 400; the body is not what its content type says, or text is not UTF-8.
    """
    given: dict[str, Value] = dict(_fields(request.scope["query_string"]))
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        given |= _object(await request.body())
    elif kind == "application/x-www-form-urlencoded":
        given |= _fields(await request.body())
    elif kind == "multipart/form-data":
        given |= await _form(request)
    return given


def _fields(encoded: bytes) -> dict[str, Value]:
    """Return the fields of a query string or an urlencoded form."""
    try:
        return dict(
            parse_qsl(encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MAX_FIELDS)
        )
    except UnicodeDecodeError as error:
        raise bad_request(NOT_UTF8) from error
    except ValueError as error:
        raise bad_request("can't parse the form") from error


def _object(body: bytes) -> dict[str, Value]:
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        raise bad_request(NOT_UTF8) from error
    parsed = parse_json(text) if text.strip() else {}
    if not isinstance(parsed, dict):
        raise bad_request("object expected as JSON body")
    return parsed


async def _form(request: Request) -> dict[str, Value]:
    """Return the fields of a multipart form; uploads are read into memory."""
    try:
        async with request.form(max_part_size=MAX_FIELD) as form:
            return {name: await _field(value) for name, value in form.multi_items()}
    except (MultiPartException, HTTPException, UnicodeDecodeError, ValueError) as error:
        raise bad_request("can't parse the form") from error


async def _field(value: UploadFile | str) -> Value:
    if isinstance(value, str):
        return value
    return Upload(value.filename or "file", value.content_type or "application/octet-stream", await value.read())
