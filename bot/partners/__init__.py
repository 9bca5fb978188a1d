"""Partner units: what a free text asks for, and whether it asks for a contact at all.

Text in, findings out: it knows nothing of Telegram, of tables and of what units there are. Whether the country has a
unit of the function that was found is for the caller to see: only two of the seven have a SIRENE bureau.
"""

from bot.partners.functions import PartnerFunction, Role
from bot.partners.routing import asks_for_contact
from bot.partners.search import Candidate, Lookup, Outcome, find

__all__ = ["Candidate", "Lookup", "Outcome", "PartnerFunction", "Role", "asks_for_contact", "find"]
