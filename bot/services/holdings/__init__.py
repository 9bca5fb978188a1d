"""What is held about people: the one list of it, which /privacy, /mydata, /forgetme and retention work from.

A new table that names people gets an entry in `HOLDINGS`; `tests/services/test_holdings.py` fails while one is missing.
"""

from bot.services.holdings.activity import ACTIVITY
from bot.services.holdings.broadcasts import BROADCASTS
from bot.services.holdings.contacts import CONTACTS
from bot.services.holdings.enrolment import ENROLMENT
from bot.services.holdings.events import EVENTS
from bot.services.holdings.holding import DataSubject, Erasure, Holding, Subject
from bot.services.holdings.person import PERSON

__all__ = ["HOLDINGS", "DataSubject", "Erasure", "Holding", "Subject"]

HOLDINGS = (*ACTIVITY, *ENROLMENT, *CONTACTS, *EVENTS, *BROADCASTS, *PERSON)
"""In the order in which they are erased: the member's own row goes last, because others refer to it."""
