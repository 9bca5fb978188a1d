"""The web chat as a person sees it: what to click, and where to look. Nothing here waits for a clock."""

from dataclasses import dataclass

from playwright.async_api import FilePayload, Locator, Page, Response, expect


@dataclass(frozen=True)
class Answer:
    """One message in the log; it stays the same one when it is edited."""

    element: Locator

    @property
    def text(self) -> Locator:
        """What the message says."""
        return self.element.get_by_test_id("message-text")

    @property
    def quote(self) -> Locator:
        """The message that it replies to; `data-jump` is its number."""
        return self.element.get_by_test_id("quote")

    @property
    def later(self) -> Locator:
        """The messages below it."""
        return self.element.locator("~ [data-testid=message]")

    def button(self, label: str) -> Locator:
        """Return the button below the message that bears this label."""
        return self.element.get_by_test_id("inline-button").filter(has_text=label)

    async def says(self, *passages: str) -> None:
        """Wait until the message holds each of the passages."""
        for passage in passages:
            await expect(self.text).to_contain_text(passage)


@dataclass(frozen=True)
class ChatPage:
    """One tab of one persona, with a chat open in it."""

    page: Page

    @property
    def command_menu(self) -> Locator:
        """The button that opens and closes the list of commands."""
        return self.page.get_by_test_id("command-menu")

    @property
    def composer(self) -> Locator:
        """Where one types."""
        return self.page.get_by_test_id("composer")

    @property
    def messages(self) -> Locator:
        """All messages of the open chat, from the oldest to the newest."""
        return self.page.get_by_test_id("message")

    def entry(self, chat_id: int) -> Locator:
        """Return a line of the list of chats."""
        return self.page.locator(f"[data-testid=chat-list-item][data-chat-id='{chat_id}']")

    def message(self, message_id: int) -> Answer:
        """Return a message by its number."""
        return Answer(self.page.locator(f"[data-testid=message][data-message-id='{message_id}']"))

    def answer_to(self, message_id: int) -> Answer:
        """Return the first message of somebody else below a message."""
        below = self.message(message_id).element.locator("~ [data-testid=message]:not([data-own])")
        return Answer(below.first)

    async def open_chat(self, chat_id: int) -> None:
        """Choose a chat in the list, and wait until its messages are there."""
        await self.entry(chat_id).click()
        await expect(self.entry(chat_id)).to_have_attribute("aria-current", "true")
        await expect(self.page.get_by_test_id("message-log")).to_have_attribute("aria-busy", "false")

    async def say(self, text: str) -> int:
        """Type a text and press Enter; return the number of the message."""
        await self.composer.fill(text)
        async with self.page.expect_response(_is_message) as sent:
            await self.composer.press("Enter")
        return await _number(await sent.value)

    async def ask(self, text: str) -> Answer:
        """Type a text and press Enter; return the place of the answer."""
        return self.answer_to(await self.say(text))

    def command(self, command: str) -> Locator:
        """Return an entry of the command menu."""
        return self.page.locator(f"[data-testid=command-item][data-value='{command}']")

    async def choose_command(self, command: str) -> Answer:
        """Choose a command from the menu; return the place of the answer."""
        await self.command_menu.click()
        async with self.page.expect_response(_is_message) as sent:
            await self.command(command).click()
        return self.answer_to(await _number(await sent.value))

    async def choose_result(self, title: str) -> Answer:
        """Choose a result of inline mode; return the message that it became."""
        async with self.page.expect_response(lambda reply: "/results/" in reply.url) as sent:
            await self.page.get_by_test_id("inline-result").filter(has_text=title).click()
        return self.message(await _number(await sent.value))

    async def send_file(self, file: FilePayload, caption: str) -> tuple[Answer, Answer]:
        """Attach a file and send it; return the message with the file, and the place of the answer."""
        await self.page.get_by_test_id("attach").click()
        async with self.page.expect_file_chooser() as dialog:
            await self.page.get_by_test_id("attach-file").click()
        await (await dialog.value).set_files(file)
        await self.page.get_by_test_id("caption").fill(caption)
        async with self.page.expect_response(lambda reply: reply.url.endswith("/files")) as sent:
            await self.page.get_by_test_id("attach-send").click()
        number = await _number(await sent.value)
        return self.message(number), self.answer_to(number)


def _is_message(reply: Response) -> bool:
    return reply.request.method == "POST" and reply.url.endswith("/messages")


async def _number(reply: Response) -> int:
    """Return the number of the message that the gateway made."""
    message_id: int = (await reply.json())["message_id"]
    return message_id
