"""Bind and trust: loopback only, by its own name, from its own page, and a login where others can reach it."""

import httpx
import pytest

from bot.gateway.access import Access, host_name, is_loopback
from bot.gateway.server import create_app, serve
from bot.gateway.world import World
from tests.gateway.client import Api

SECRET = "correct horse battery"
PUBLIC = Access(public=True, login_secret=SECRET, hosts=frozenset({"chat.example.org"}))


def visitor(world: World, access: Access, host: str = "chat.example.org") -> httpx.AsyncClient:
    """Return a browser, so to say, that calls the gateway by a name."""
    transport = httpx.ASGITransport(create_app(world, access))
    return httpx.AsyncClient(transport=transport, base_url=f"http://{host}")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.8.8.8"])
def test_loopback_addresses_need_no_permission(host: str) -> None:
    Access().check_bind(host)


@pytest.mark.parametrize(
    ("access", "reason"),
    [
        (Access(), "must be allowed explicitly"),
        (Access(public=True), "set a login secret of 12 characters"),
        (Access(public=True, login_secret="short"), "set a login secret of 12 characters"),
        (Access(public=True, login_secret=SECRET), "name the hosts"),
    ],
)
async def test_an_address_that_others_reach_needs_permission_secret_and_name(
    world: World, access: Access, reason: str
) -> None:
    with pytest.raises(ValueError, match=reason):
        await serve(world, "0.0.0.0", access=access)  # noqa: S104  # refused is what we test


def test_with_all_three_it_may_be_bound() -> None:
    PUBLIC.check_bind("192.0.2.1")


def test_a_name_is_not_taken_for_loopback() -> None:
    assert not is_loopback("127.0.0.1.example.org")


@pytest.mark.parametrize("host", ["evil.example.org", "127.0.0.1.example.org", "", "[::1", "192.0.2.1"])
async def test_foreign_names_are_refused(world: World, host: str) -> None:
    """Against DNS rebinding: a foreign page's name that resolves to this machine."""
    async with visitor(world, Access(), "127.0.0.1") as client:
        for path in ("/", "/web/personas", f"/bot{world.token}/getMe"):
            assert (await client.get(path, headers={"host": host})).status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1:8080", "localhost", "[::1]:8080", "LOCALHOST:1"])
async def test_own_names_are_answered(world: World, host: str) -> None:
    async with visitor(world, Access(), "127.0.0.1") as client:
        assert (await client.get("/web/personas", headers={"host": host})).status_code == 200


def test_a_host_header_that_is_none_has_no_name() -> None:
    assert host_name("[") == ""


@pytest.mark.parametrize(
    "headers",
    [{"origin": "https://evil.example.org"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}],
    ids=["another origin", "no origin", "fetch metadata"],
)
async def test_pages_of_other_sites_cannot_act(world: World, headers: dict[str, str]) -> None:
    async with visitor(world, Access(), "127.0.0.1:8080") as client:
        path = "/web/officer-tbilisi/chats/555001/messages"
        assert (await client.post(path, json={"text": "x"}, headers=headers)).status_code == 403
        own = {"origin": "http://127.0.0.1:8080"}
        assert (await client.post(path, json={"text": "x"}, headers=own)).status_code == 201


async def test_without_a_login_nothing_of_the_web_chat_is_shown(world: World) -> None:
    async with visitor(world, PUBLIC) as client:
        assert (await client.get("/web/personas")).status_code == 401
        page = await client.get("/")
        assert (page.status_code, "Sign in" in page.text) == (401, True)


async def test_the_secret_opens_the_web_chat(world: World) -> None:
    async with visitor(world, PUBLIC) as client:
        reply = await client.post("/login", data={"secret": SECRET})
        assert (reply.status_code, reply.headers["location"]) == (303, "/")
        cookie = reply.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=strict" in cookie
        assert (await client.get("/web/personas")).status_code == 200


@pytest.mark.parametrize("body", [b"secret=wrong", b"", b"\xff", b"secret=" + b"x" * 10_000])
async def test_anything_else_does_not(world: World, body: bytes) -> None:
    async with visitor(world, PUBLIC) as client:
        reply = await client.post("/login", content=body)
        assert reply.status_code == 401
        assert (await client.get("/web/personas")).status_code == 401


async def test_a_made_up_cookie_does_not(world: World) -> None:
    async with visitor(world, PUBLIC) as client:
        assert (await client.get("/web/personas", headers={"cookie": "gateway_session="})).status_code == 401


async def test_the_bot_needs_its_token_and_no_login(world: World) -> None:
    async with visitor(world, PUBLIC) as client:
        assert (await Api(client)("getMe"))["is_bot"] is True


async def test_every_answer_forbids_foreign_content(world: World) -> None:
    async with visitor(world, Access(), "127.0.0.1") as client:
        headers = (await client.get("/")).headers
    assert headers["content-security-policy"].startswith("default-src 'self'")
    assert (headers["x-frame-options"], headers["referrer-policy"]) == ("DENY", "no-referrer")


def test_the_secret_is_not_shown_in_a_traceback() -> None:
    assert SECRET not in repr(PUBLIC)
