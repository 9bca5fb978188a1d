"""Whatever is thrown at it, the gateway answers; a 500 is a defect of ours."""

from collections.abc import Mapping

import httpx
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.gateway.api import NOT_HERE
from bot.gateway.parameters import Schema
from bot.gateway.personas import Persona
from bot.gateway.queries import FIRST_ID, INLINE_LIFETIME
from bot.gateway.server import create_app
from tests.gateway.client import COLLEAGUE, GROUP, OFFICER, STRANGER, TOKEN, new_world

SCHEMA = Schema.load()
NAMES = sorted({name.removesuffix("?") for fields in SCHEMA.types.values() for name in fields})
# a poll may wait for as long as the request says, so it is not asked to
METHODS = st.sampled_from(sorted(SCHEMA.methods.keys() - {"getUpdates"}))
CHATS = st.sampled_from([OFFICER, COLLEAGUE, STRANGER, GROUP, 0, -1, 2**63, "@example"])
MARKUP = st.text(st.sampled_from('<>/&;"=ab \n*_`[]()~|!\\#😀ქ\u200d\0'), max_size=60)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | MARKUP | CHATS
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=6),
    max_leaves=12,
)
BODIES = st.sampled_from(
    ["application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b", ""]
)
INTEGERS = st.integers(-(2**63), 2**63 - 1) | st.integers(-1, 101)
QUERY_IDS = [str(FIRST_ID), str(FIRST_ID + 1)]
MESSAGES = st.integers(1, 3)
# values that lead past the first checks
LIKELY: Mapping[str, st.SearchStrategy[object]] = {
    "chat_id": st.just(OFFICER) | CHATS,
    "from_chat_id": st.just(OFFICER) | CHATS,
    "message_id": MESSAGES,
    "message_ids": st.lists(MESSAGES),
    "callback_query_id": st.sampled_from([*QUERY_IDS, "1"]),
    "inline_query_id": st.sampled_from([*QUERY_IDS, "1"]),
    "parse_mode": st.sampled_from(["HTML", "MarkdownV2", "Markdown"]),
    "language_code": st.sampled_from(["", "ka", "sr-Latn"]),
    "action": st.sampled_from(["typing", "thinking"]),
}
PROFILE = settings(max_examples=200, deadline=None, derandomize=True)


def fields_of(kind: str) -> st.SearchStrategy[object]:
    """Return values that come close to a type of the schema, or miss it."""
    if "|" in kind:
        return st.one_of(*map(fields_of, kind.split("|")))
    if kind.startswith("["):
        return st.lists(deferred(kind[1:-1]), max_size=3)
    if kind.startswith("="):
        return st.just(kind[1:])
    if kind in SCHEMA.unions:
        return st.one_of(*map(deferred, SCHEMA.unions[kind]))
    if kind in SCHEMA.types:
        return objects(SCHEMA.types[kind])
    return {"Integer": INTEGERS, "Boolean": st.booleans(), "Float": st.floats(-200, 200)}.get(kind, MARKUP)


def deferred(kind: str) -> st.SearchStrategy[object]:
    """Return the values of a type that may contain itself."""
    return st.deferred(lambda: fields_of(kind))


def objects(kinds: Mapping[str, str]) -> st.SearchStrategy[dict[str, object]]:
    """Return objects with all required fields and up to three of the optional ones."""
    required = {name: deferred(kind) for name, kind in kinds.items() if not name.endswith("?")}
    optional = {name.removesuffix("?"): deferred(kind) for name, kind in kinds.items() if name.endswith("?")}
    return st.fixed_dictionaries(required, optional=dict(list(optional.items())[:3]))


@st.composite
def near_requests(draw: st.DrawFn) -> tuple[str, dict[str, object]]:
    """Draw a method and parameters that are almost, or quite, right."""
    method = draw(METHODS)
    marked = {name: kind for name, kind in SCHEMA.methods[method].items() if name.removesuffix("?") not in NOT_HERE}
    chosen = {name: kind for name, kind in marked.items() if not name.endswith("?") or draw(st.integers(0, 2)) == 0}
    return method, {
        name.removesuffix("?"): draw(LIKELY.get(name.removesuffix("?"), fields_of(kind)))
        for name, kind in chosen.items()
    }


async def answer(method: str, **request: object) -> httpx.Response:
    """Return the answer of a fresh gateway in which an officer has pressed Start, got an answer and asks on."""
    world = new_world()
    persona = Persona(world, "officer-tbilisi")
    persona.start()
    world.post(persona.private_chat, world.bot_id, {"text": "x"})
    for _ in QUERY_IDS:
        world.queries.ask(OFFICER, INLINE_LIFETIME)
    transport = httpx.ASGITransport(create_app(world))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        return await client.post(f"/bot{TOKEN}/{method}", **request)  # type: ignore[arg-type]  # on purpose


def is_an_answer(reply: httpx.Response) -> bool:
    """Return whether this is a result, or an error that is not ours, in Telegram's form."""
    body = reply.json()
    has_its_form = body["ok"] is (reply.status_code == 200) and body.get("error_code", 200) == reply.status_code
    return has_its_form and (reply.status_code < 500 or reply.status_code == 501)


@PROFILE
@given(near_requests())
async def test_parameters_that_are_almost_right_are_never_a_500(request: tuple[str, dict[str, object]]) -> None:
    method, parameters = request
    content = httpx.Request("POST", "http://x", json=_finite(parameters)).content
    assert is_an_answer(await answer(method, content=content, headers={"content-type": "application/json"}))


@PROFILE
@given(METHODS, st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=8))
async def test_parameters_of_any_type_are_never_a_500(method: str, parameters: dict[str, object]) -> None:
    content = httpx.Request("POST", "http://x", json=_finite(parameters)).content
    assert is_an_answer(await answer(method, content=content, headers={"content-type": "application/json"}))


@PROFILE
@given(METHODS, st.dictionaries(st.sampled_from(NAMES), st.text(max_size=30) | MARKUP, max_size=8))
async def test_forms_with_any_text_are_never_a_500(method: str, fields: dict[str, str]) -> None:
    assert is_an_answer(
        await answer(method, data={name: text.encode("utf-8", "replace").decode() for name, text in fields.items()})
    )


@PROFILE
@given(METHODS, st.binary(max_size=200), BODIES)
async def test_bodies_of_any_bytes_are_never_a_500(method: str, content: bytes, kind: str) -> None:
    assert is_an_answer(await answer(method, content=content, headers={"content-type": kind}))


@PROFILE
@given(MARKUP, st.sampled_from(["HTML", "MarkdownV2", "Markdown"]))
async def test_any_markup_is_shown_or_refused_and_never_a_500(text: str, parse_mode: str) -> None:
    reply = await answer("sendMessage", json={"chat_id": OFFICER, "text": text, "parse_mode": parse_mode})
    assert reply.status_code in (200, 400)


@PROFILE
@given(
    st.sampled_from(["clock", "faults", "rates", "officer-tbilisi/inline", "officer-tbilisi/chats/555001/messages"]),
    st.sampled_from(["POST", "PUT", "PATCH", "DELETE"]),
    VALUES,
)
async def test_the_web_routes_refuse_any_body_politely(path: str, verb: str, body: object) -> None:
    transport = httpx.ASGITransport(create_app(new_world()))
    if path.endswith("inline") and isinstance(body, dict):
        return
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        content = httpx.Request("POST", "http://x", json=_finite(body)).content
        assert (await client.request(verb, f"/web/{path}", content=content)).status_code < 500


def _finite(value: object) -> object:
    """Return a value that JSON can hold: httpx refuses NaN and infinity, a raw body with them is another test's."""
    if isinstance(value, float):
        return value if abs(value) < float("inf") else 0.5
    if isinstance(value, dict):
        return {name: _finite(inner) for name, inner in value.items()}
    return [_finite(inner) for inner in value] if isinstance(value, list) else value
