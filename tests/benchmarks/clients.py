"""The HTTP client behind PTB: its own (httpx) beside ours (aiohttp), against a server that only answers."""

import asyncio
import sys
import time
from collections.abc import Iterator
from itertools import count

from telegram import Bot
from telegram.request import BaseRequest, HTTPXRequest

from bot.transport import Transport
from tests.benchmarks.fresh_process import answer, run

AT_ONCE = (1, 8, 32, 128)
MESSAGES = 1000
WARM_UP = 50
TOKEN = "123456789:plainly-not-a-token-of-telegram"
BODY = b'{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"text":"x"}}'
RESPONSE = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(BODY), BODY)
END = b"\r\n\r\n"


class Sink(asyncio.Protocol):
    """Answers every request with a message, whatever it is."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the connection."""
        assert isinstance(transport, asyncio.Transport)
        self._transport, self._received = transport, b""

    def data_received(self, data: bytes) -> None:
        """Answer the requests that are complete."""
        self._received += data
        while END in self._received:
            head, _, rest = self._received.partition(END)
            length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
            if len(rest) < length:
                return
            self._received = rest[length:]
            self._transport.write(RESPONSE)


def report() -> Iterator[str]:
    """Yield a table, line by line as it is measured."""
    yield f"{'at once':>8}{'httpx /s':>10}{'ms cpu':>8}{'aiohttp /s':>12}{'ms cpu':>8}"
    for number in AT_ONCE:
        own, ours = (run(__name__, kind, str(number)) for kind in ("httpx", "aiohttp"))
        yield f"{number:8}{own['rate']:10.0f}{own['cpu']:8.2f}{ours['rate']:12.0f}{ours['cpu']:8.2f}"


async def measure(kind: str, number: int) -> dict[str, float]:
    """Send messages, so many at once; return messages a second and milliseconds of processor for each."""
    server = await asyncio.create_subprocess_exec(
        sys.executable, "-m", __spec__.name, "serve", stdout=asyncio.subprocess.PIPE
    )
    try:
        assert server.stdout is not None
        address = f"http://127.0.0.1:{int(await server.stdout.readline())}/bot"
        request: BaseRequest = (
            Transport(number) if kind == "aiohttp" else HTTPXRequest(connection_pool_size=number, pool_timeout=60)
        )
        async with request:
            bot = Bot(TOKEN, address, request=request, get_updates_request=Transport(1))
            await _send(bot, WARM_UP, number)
            began, worked = time.perf_counter(), time.process_time()
            await _send(bot, MESSAGES, number)
            took, cpu = time.perf_counter() - began, time.process_time() - worked
    finally:
        server.kill()
        await server.wait()
    return {"rate": MESSAGES / took, "cpu": 1000 * cpu / MESSAGES}


async def _send(bot: Bot, messages: int, at_once: int) -> None:
    numbers = count(1)

    async def send() -> None:
        while next(numbers) <= messages:
            await bot.send_message(1, "All units are asked to confirm their duty telephone.")

    await asyncio.gather(*(send() for _ in range(at_once)))


async def serve() -> None:
    """Serve on a free port, whose number is printed, until killed."""
    server = await asyncio.get_running_loop().create_server(Sink, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    if sys.argv[1] == "serve":
        asyncio.run(serve())
    else:
        answer(asyncio.run(measure(sys.argv[1], int(sys.argv[2]))))
