"""`python -m bot` is `ilecu`."""

from bot.cli import main

main()
