"""The demo's people, called by their role, and the group they share."""

from dataclasses import dataclass

from bot.gateway.json_types import JsonObject

BOT_ID = 5_550_000_001
GROUP_ID = -5_550_100
GROUP_TITLE = "Joint operation (demo)"
GROUP_OWNER = "coordinator-budapest"


@dataclass(frozen=True)
class Profile:
    """A made-up person in the web chat.

    Attributes:
        key: name in addresses.
        user_id: Telegram-like id, also the id of the private chat with the bot.
        label: what people are shown; the user's first name.
        locale: `language_code` that the person's client reports.
        time_zone: IANA name; the page shows times in it.
        in_group: a member of the demo group.
    """

    key: str
    user_id: int
    label: str
    locale: str
    time_zone: str
    in_group: bool = True

    def user(self) -> JsonObject:
        """Return the Bot API object."""
        return {"id": self.user_id, "is_bot": False, "first_name": self.label, "language_code": self.locale}


CAST = (
    Profile("officer-tbilisi", 555_001, "Officer, Tbilisi", "ka", "Asia/Tbilisi"),
    Profile("officer-belgrade", 555_002, "Officer, Belgrade", "sr", "Europe/Belgrade"),
    Profile("officer-chisinau", 555_003, "Officer, Chișinău", "ro", "Europe/Chisinau"),
    Profile("coordinator-budapest", 555_004, "Coordinator, Budapest", "hu", "Europe/Budapest"),
    Profile("translator-kyiv", 555_005, "Translator, Kyiv", "uk", "Europe/Kyiv"),
    Profile("administrator", 555_006, "Administrator", "en", "Europe/Vienna", in_group=False),
    Profile("stranger", 555_007, "Stranger", "en", "Europe/London", in_group=False),
)
