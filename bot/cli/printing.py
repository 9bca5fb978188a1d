"""Screens of the assistant at a terminal."""

import html
import re

import typer

from bot.views import View

TAG = re.compile(r"<[^>]+>")


def print_view(view: View) -> None:
    """Print the texts of a view without markup; buttons are left out."""
    typer.echo("\n\n".join(as_text(block) for block in view.blocks))


def as_text(block: str) -> str:
    """Return a paragraph of Telegram's HTML as plain text."""
    return html.unescape(TAG.sub("", block))
