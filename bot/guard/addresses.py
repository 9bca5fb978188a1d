"""E-mail addresses, also those written to be read by people: `name (at) example.org`, `name @ example.org`.

Not recognised: addresses whose dot is spelled out together with the at without brackets ("name at example dot org",
which is ordinary English), and Telegram user names, which stand in every chat anyway.
"""

import re
from collections.abc import Iterator

from bot.guard.findings import Finding, Kind
from bot.guard.plaintext import PlainText

AT = r"(?: ?@ ?| ?[(\[{] ?(?:at|kukac|et|маймун|мајмун|собачка|majmun) ?[)\]}] ?)"
DOT = r"(?:\.| ?[(\[{] ?(?:dot|pont|punct|крапка|тачка|точка|tačka) ?[)\]}] ?)"
# The run of characters is tried from its beginning only, so a long one without an at is passed once.
ADDRESS = re.compile(
    rf"(?i)(?<![\w.+%'-])[\w.+%'-]{{1,64}}{AT}[\w-]{{1,63}}(?:{DOT}[\w-]{{1,63}}){{0,4}}{DOT}[^\W\d_]{{2,24}}"
)


def find(text: PlainText) -> Iterator[Finding]:
    """Yield the addresses, in order."""
    return (Finding(Kind.EMAIL, *match.span()) for match in ADDRESS.finditer(text.text))
