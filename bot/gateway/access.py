"""Who may talk to the gateway: by which name, from which pages, and with a login where others can reach it."""

import hmac
import ipaddress
import secrets
from collections.abc import MutableMapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request, cookie_parser
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.gateway.errors import ApiError
from bot.gateway.files import MAX_UPLOAD

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
# a file of the largest size, and the form around it
MAX_BODY = MAX_UPLOAD + 2 * 1024 * 1024
MAX_LOGIN_BODY = 4096
MIN_SECRET = 12
COOKIE = "gateway_session"
READING = frozenset({"GET", "HEAD", "OPTIONS"})
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Content-Security-Policy": "default-src 'self'; img-src 'self' blob:; media-src 'self' blob:; base-uri 'none'",
}
LOGIN_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in</title>
<meta name="viewport" content="width=device-width"><body><main><h1>Sign in</h1>{notice}
<form method="post" action="/login"><label>Secret <input type="password" name="secret" required autofocus></label>
<button>Sign in</button></form></main></body></html>"""
REFUSED = "<p role='alert'>That is not the secret.</p>"


@dataclass(frozen=True)
class Access:
    """What the operator allows.

    Attributes:
        public: may be bound to an address that other machines reach.
        login_secret: what people type once in their browser before they see the web chat; "" for no login.
        hosts: names under which the gateway is reached, beside loopback's.
    """

    public: bool = False
    login_secret: str = field(default="", repr=False)
    hosts: frozenset[str] = frozenset()

    def check_bind(self, host: str) -> None:
        """Refuse an address that others reach, unless that was asked for and there is a login.

        Raises:
            ValueError: says which setting is missing.
        """
        if is_loopback(host):
            return
        if not self.public:
            raise ValueError(f"{host} can be reached from outside; that must be allowed explicitly (public)")
        if len(self.login_secret) < MIN_SECRET:
            raise ValueError(
                f"{host} can be reached from outside; set a login secret of {MIN_SECRET} characters or more"
            )
        if not self.hosts:
            raise ValueError(f"{host} can be reached from outside; name the hosts under which it will be called")


def is_loopback(host: str) -> bool:
    """Return whether only this machine reaches an address."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


class Guard:
    """ASGI middleware that lets through what `Access` allows; the Bot API's own key is the token."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app = app
        self._access = access
        self._sessions: set[str] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = self._refusal(scope) or await self._login(scope, receive)
        if answer is not None:
            await answer(scope, receive, _with_headers(send))
        else:
            await self._app(scope, _limited(receive), _with_headers(send))

    def _refusal(self, scope: Scope) -> Response | None:
        """Return why a request is not even looked at."""
        headers = Headers(scope=scope)
        if host_name(headers.get("host", "")) not in LOOPBACK_NAMES | self._access.hosts:
            return JSONResponse({"error": "this is not a name of the gateway"}, 421)
        if scope["method"] not in READING and _from_another_site(headers):
            return JSONResponse({"error": "requests from other sites are refused"}, 403)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > MAX_BODY:
            return JSONResponse(ApiError(413, "Request Entity Too Large").answer(), 413)
        return None

    async def _login(self, scope: Scope, receive: Receive) -> Response | None:
        """Return the login page or its result for somebody who is not signed in."""
        path: str = scope["path"]
        if not self._access.login_secret or path.startswith(("/bot", "/file/")) or self._is_signed_in(scope):
            return None
        if path == "/login" and scope["method"] == "POST":
            return await self._sign_in(Request(scope, _limited(receive, MAX_LOGIN_BODY)))
        if path.startswith("/web/"):
            return JSONResponse({"error": "sign in first"}, 401)
        return HTMLResponse(LOGIN_PAGE.format(notice=""), 401)

    def _is_signed_in(self, scope: Scope) -> bool:
        cookies = cookie_parser(Headers(scope=scope).get("cookie", ""))
        return cookies.get(COOKIE, "") in self._sessions

    async def _sign_in(self, request: Request) -> Response:
        try:
            fields = parse_qs((await request.body()).decode())
        except (UnicodeDecodeError, ApiError):
            fields = {}
        given = fields.get("secret", [""])[0]
        if not hmac.compare_digest(given.encode(), self._access.login_secret.encode()):
            return HTMLResponse(LOGIN_PAGE.format(notice=REFUSED), 401)
        session = secrets.token_urlsafe(32)
        self._sessions.add(session)
        answer = RedirectResponse("/", 303)
        answer.set_cookie(COOKIE, session, httponly=True, samesite="strict", secure=request.url.scheme == "https")
        return answer


def host_name(header: str) -> str:
    """Return the name in a Host header without its port, in lower case; "" when there is none."""
    try:
        return urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return ""


def _from_another_site(headers: Headers) -> bool:
    """Return whether a browser says that another site's page sent a request."""
    origin = headers.get("origin")
    is_foreign = origin is not None and urlsplit(origin).netloc != headers.get("host")
    return is_foreign or headers.get("sec-fetch-site") == "cross-site"


def _with_headers(send: Send) -> Send:
    """Return a `send` that adds the security headers to every answer."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            added = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
            message = {**message, "headers": [*message.get("headers", []), *added]}
        await send(message)

    return sending


def _limited(receive: Receive, limit: int = MAX_BODY) -> Receive:
    """Return a `receive` that stops at too large a body, also when its length was not told."""
    received = 0

    async def receiving() -> MutableMapping[str, Any]:
        nonlocal received
        message = await receive()
        received += len(message.get("body", b""))
        if received > limit:
            raise ApiError(413, "Request Entity Too Large")
        return message

    return receiving
