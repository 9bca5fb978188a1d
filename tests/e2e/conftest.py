"""One demo and one browser for all tests of this folder, and a page for each of them."""

import re
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, ConsoleMessage, Page, Request, async_playwright, expect

from tests.e2e.chat_page import ChatPage
from tests.e2e.demo import running_demo

SCREENSHOTS = Path(__file__).parent / "screenshots"
PATIENCE_MS = 15_000
"""How long the browser waits for what a test expects; only a failure takes that long."""

OpenChat = Callable[..., Awaitable[ChatPage]]


@dataclass(frozen=True)
class Screen:
    """What a person looks at."""

    name: str
    width: int
    height: int
    colours: str

    @property
    def is_phone(self) -> bool:
        """Tell whether list and chat are two screens."""
        return self.width < 760


PHONE = Screen("phone", 360, 740, "light")
PHONE_DARK = Screen("phone-dark", 360, 740, "dark")
DESKTOP = Screen("desktop", 1280, 800, "light")
DESKTOP_DARK = Screen("desktop-dark", 1280, 800, "dark")


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return where the browser is; without one these tests are skipped."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("the browser tests need Debian's package chromium (apt-get install chromium)")
    return path


@pytest.fixture(scope="session")
def demo(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run `ilecu demo`; give the address of the page."""
    with running_demo(tmp_path_factory.mktemp("demo") / "stderr.txt") as address:
        yield address


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    """Run the browser."""
    expect.set_options(timeout=PATIENCE_MS)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        await browser.close()


@dataclass
class Visit:
    """One person's browser window with its tabs, and what went wrong behind the page."""

    context: BrowserContext
    address: str
    complaints: list[str]

    async def tab(self, persona: str) -> Page:
        """Open a persona in a new tab."""
        page = await self.context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._heard)
        page.on("request", self._asked)
        await page.goto(f"{self.address}/?persona={persona}")
        return page

    def _heard(self, message: ConsoleMessage) -> None:
        """Breaches of the page's security policy are reported here too."""
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.address, f"blob:{self.address}")):
            self.complaints.append(f"asked for {request.url}")
