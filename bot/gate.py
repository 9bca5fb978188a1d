"""Default deny: a handler states what it does, and whoever may not do that never reaches it.

`tests/handlers/test_gate.py` fails for a handler that states nothing.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from telegram import Update

from bot.addressing import is_private
from bot.context import BotContext
from bot.errors import PrivateChatError
from bot.services.permissions import Action

Callback = Callable[[Update, BotContext], Awaitable[None]]


@dataclass(frozen=True)
class Gated:
    """A handler's callback behind the question who may call it.

    Attributes:
        action: what it does. Where that is done to a country or a language, the service asks again for that one.
        callback: what is called for those who may.
        in_private: only in the private chat with the person.
    """

    action: Action
    callback: Callback
    in_private: bool = False

    async def __call__(self, update: Update, context: BotContext) -> None:
        """Read the person's access, now, and go on if they may.

        Raises:
            StrangerError: they are no member.
            NotAllowedError: their roles do not let them.
            PrivateChatError: others would see it.
        """
        await context.require(update, self.action)
        if self.in_private and not is_private(update):
            raise PrivateChatError
        await self.callback(update, context)


def requires(action: Action, *, in_private: bool = False) -> Callable[[Callback], Gated]:
    """Return a decorator that puts a callback behind the gate; `in_private` as in `Gated`."""
    return lambda callback: Gated(action, callback, in_private)
