"""One demo and one browser for all tests of this folder, and a window of its own for each."""

import shutil
from collections.abc import AsyncIterator, Callable, Iterator

import pytest
import pytest_asyncio
from playwright.async_api import async_playwright, expect

from bot.i18n import Languages
from tests.e2e.demo import running_demo
from tests.e2e.visit import DESKTOP, Screen, Visit, Windows

PATIENCE_MS = 15_000
"""How long the browser waits for what a test expects; only a failure takes that long."""

Words = Callable[[str, str], str]


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return where the browser is; without one these tests are skipped."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("no browser: install Debian's package chromium to run the end-to-end tests")
    return path


@pytest.fixture(scope="session")
def demo(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run `ilecu demo`; give the address of the page."""
    with running_demo(tmp_path_factory.mktemp("demo") / "stderr.txt") as address:
        yield address


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def windows(chromium: str, demo: str) -> AsyncIterator[Windows]:
    """Run the browser."""
    expect.set_options(timeout=PATIENCE_MS)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield Windows(browser, demo)
        await browser.close()


@pytest.fixture
def screen() -> Screen:
    """Return the screen that the window is for; tests choose others by a parameter of this name."""
    return DESKTOP


@pytest_asyncio.fixture(loop_scope="session")
async def visit(windows: Windows, screen: Screen, request: pytest.FixtureRequest) -> AsyncIterator[Visit]:
    """Give tabs of a window, with a look behind their pages afterwards."""
    async with windows.visit(screen) as visit:
        yield visit
        await visit.conclude(request.node.name)


@pytest.fixture
def words(languages: Languages) -> Words:
    """Return a function that puts one of the assistant's own sentences into a language."""
    return lambda locale, sentence: languages.translator(locale).gettext(sentence)
