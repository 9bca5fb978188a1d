"""The guard: finds personal data in what people type, before anything is searched, logged or stored.

Text in, kinds and places out. It knows nothing of Telegram and keeps nothing: no cache may hold what somebody typed.
What each kind leaves out on purpose is said in the module of that kind. Names by themselves, addresses of houses,
photographs' contents and free descriptions of people are not recognised at all.
"""

from bot.guard.findings import Finding, Kind
from bot.guard.search import find

__all__ = ["Finding", "Kind", "find"]
