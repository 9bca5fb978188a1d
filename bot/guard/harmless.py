"""Numbers that are no phone number: dates, times, references to laws and files, decimals.

They are blanked out before phone numbers are looked for, because a date and an hour have as many digits as one.
"""

import re

from bot.guard.plaintext import PlainText

BLANK = "\0"
HARMLESS = re.compile(
    r"(?=[\d-])(?:(?<![\w:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])"  # times
    r"|(?<![\d/])\d{1,7}/(?:19|20)\d\d(?![\d-])|(?<![\d/])(?:19|20)\d\d/\d{1,4}(?!\d)"  # 2023/977, 12/2026
    r"|(?<![\d/])\d{1,7}(?:-\d{1,6}){0,3}/\d{1,2}(?![\d/-])"  # 45/26, 24/7, 03-1245/26
    r"|(?<![\d.,])\d{1,3}(?:[., ]\d{3}){1,4},\d{1,2}(?!\d)"  # amounts with decimals
    r"|(?<![\d.])-?\d{1,3}\.\d{3,8}, ?-?\d{1,3}\.\d{3,8})"  # coordinates
)


def without_harmless(text: PlainText) -> str:
    """Return the text, as long as it was, with `BLANK` for each character of a harmless number."""
    characters = list(text.text)
    spans = [(date.start, date.end) for date in text.dates]
    spans += [match.span() for match in HARMLESS.finditer(text.text)]
    for start, end in spans:
        characters[start:end] = BLANK * (end - start)
    return "".join(characters)
