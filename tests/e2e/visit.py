"""One person's browser window: its screen, its tabs, and what goes wrong behind the page."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Request

from bot.gateway.cast import CAST
from tests.e2e.chat_page import ChatPage

SCREENSHOTS = Path(__file__).parent / "screenshots"
WIDE = 760
"""From this width on list and chat stand side by side; pixels."""


@dataclass(frozen=True)
class Screen:
    """What a person looks at; width and height in pixels."""

    name: str
    width: int
    height: int
    is_dark: bool

    @property
    def is_phone(self) -> bool:
        """Tell whether list and chat are two screens."""
        return self.width < WIDE


PHONE = Screen("phone", 360, 740, is_dark=False)
PHONE_DARK = Screen("phone-dark", 360, 740, is_dark=True)
DESKTOP = Screen("desktop", 1280, 800, is_dark=False)
DESKTOP_DARK = Screen("desktop-dark", 1280, 800, is_dark=True)
SCREENS = (PHONE, PHONE_DARK, DESKTOP, DESKTOP_DARK)


@dataclass
class Visit:
    """Some tabs of a browser window; `complaints` must stay empty."""

    context: BrowserContext
    address: str
    tabs: list[Page] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    async def page(self, query: str = "") -> Page:
        """Open the page in a new tab."""
        page = self._watched(await self.context.new_page())
        await page.goto(f"{self.address}/{query}")
        return page

    async def follow(self, link: Locator) -> Page:
        """Click what opens a tab; return that tab."""
        async with self.context.expect_page() as opened:
            await link.click()
        return self._watched(await opened.value)

    async def chat(self, persona: str, chat_id: int | None = None) -> ChatPage:
        """Open a persona in a new tab, and there a chat, by default the one with the bot."""
        (user_id,) = (profile.user_id for profile in CAST if profile.key == persona)
        chat = ChatPage(await self.page(f"?persona={persona}"))
        await chat.open_chat(chat_id or user_id)
        return chat

    async def conclude(self, name: str) -> None:
        """Keep a picture of the tab in front for people to look at, and fail if a page complained or asked others."""
        await self.tabs[-1].screenshot(path=SCREENSHOTS / f"{re.sub(r'[^0-9A-Za-z]+', '-', name).strip('-')}.png")
        complaints, self.complaints = self.complaints, []
        assert complaints == []

    def _watched(self, tab: Page) -> Page:
        self.tabs.append(tab)
        tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        tab.on("console", self._heard)
        tab.on("request", self._asked)
        return tab

    def _heard(self, message: ConsoleMessage) -> None:
        """Keep warnings and errors; breaches of the page's own security policy are reported so too."""
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _asked(self, request: Request) -> None:
        """Keep requests to anybody but the gateway."""
        if not request.url.startswith((f"{self.address}/", f"blob:{self.address}/")):
            self.complaints.append(f"asked for {request.url}")


class Windows:
    """A window for each screen; tabs of one window load the page faster, because they share what was loaded before."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser = browser
        self._address = address
        self._contexts: dict[Screen, BrowserContext] = {}

    @asynccontextmanager
    async def visit(self, screen: Screen) -> AsyncIterator[Visit]:
        """Give tabs that are closed when the block ends."""
        if screen not in self._contexts:
            self._contexts[screen] = await self._open(screen)
        visit = Visit(self._contexts[screen], self._address)
        yield visit
        for tab in visit.tabs:
            await tab.close()

    async def _open(self, screen: Screen) -> BrowserContext:
        return await self._browser.new_context(
            viewport={"width": screen.width, "height": screen.height},
            color_scheme="dark" if screen.is_dark else "light",
            has_touch=screen.is_phone,
            is_mobile=screen.is_phone,
        )
