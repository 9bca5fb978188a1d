"""A broadcast in English and Georgian, sent in the evening from Budapest, confirmed, reported and taken back.

What was seen on the way is kept, and `test_broadcast_walk` looks at it.
"""

import datetime as dt
from dataclasses import dataclass, field

from bot.callbacks.broadcasts import (
    ChooseAudience,
    ConfirmBroadcast,
    ConfirmReading,
    DraftStep,
    EditDraft,
    EditText,
    RunDeed,
    SteerBroadcast,
    TextDeed,
)
from bot.gateway.json_types import JsonObject
from bot.models import ReceiverKind
from tests.e2e.processes import until
from tests.e2e.stage import Player, Stage

BROADCAST = 1
EVENING = dt.datetime(2027, 3, 9, 17, 30, tzinfo=dt.UTC)
"""21:30 in Tbilisi, 19:30 in Chișinău, 18:30 in Belgrade: of the three only Tbilisi has quiet hours."""
MORNING = dt.datetime(2027, 3, 10, 3, 0, tzinfo=dt.UTC)
"""07:00 in Tbilisi."""
TEXTS = {"en": "The hotline of the Example is moved to room 7.", "ka": "ცხელი ხაზი გადატანილია მე-7 ოთახში."}
COUNTRIES = ("GE", "MD", "RS")


@dataclass
class BroadcastWalk:
    """The coordinator, the receivers, and what they saw.

    Attributes:
        screens: messages as they were, by what the scene calls them.
        table: the report as a file.
    """

    stage: Stage
    screens: dict[str, JsonObject] = field(default_factory=dict)
    table: bytes = b""

    @property
    def coordinator(self) -> Player:
        """In Budapest, with a Hungarian client."""
        return self.stage.player("coordinator-budapest")

    @property
    def receivers(self) -> tuple[Player, ...]:
        """Those of the three countries."""
        return tuple(map(self.stage.player, ("officer-tbilisi", "officer-chisinau", "officer-belgrade")))

    def text(self, name: str) -> str:
        """Return what a screen said."""
        text: str = self.screens[name]["text"]
        return text

    def is_there(self, player: Player) -> bool:
        """Say whether the broadcast still stands in somebody's chat."""
        return any(text in str(message.get("text")) for message in player.persona.messages() for text in TEXTS.values())

    async def play(self) -> None:
        """Go through all of it."""
        for player in (self.coordinator, *self.receivers, self.stage.player("translator-kyiv")):
            await player.says("/start")
        await self._draft()
        await self._send()
        await self._report()
        await self._recall()

    async def _draft(self) -> None:
        draft = await self.coordinator.says("/broadcast")
        for locale, text in TEXTS.items():
            texts = await self._press(draft, EditDraft(BROADCAST, DraftStep.TEXTS).pack())
            await self._press(texts, EditText(BROADCAST, locale, TextDeed.WRITE).pack())
            draft = await self.coordinator.says(text)
        chosen = await self._press(draft, EditDraft(BROADCAST, DraftStep.AUDIENCE).pack())
        chosen = await self._press(chosen, ChooseAudience(BROADCAST, ReceiverKind.COUNTRY).pack())
        for country in COUNTRIES:
            chosen = await self._press(chosen, ChooseAudience(BROADCAST, ReceiverKind.COUNTRY, 0, country).pack())
        self.screens["audience"] = chosen

    async def _send(self) -> None:
        """Look at both languages, then send; Georgia gets it in the morning."""
        draft = await self.coordinator.says("/broadcast")
        previews = await self._press(draft, EditDraft(BROADCAST, DraftStep.PREVIEW).pack())
        for locale in ("ka", "sr"):
            preview = EditText(BROADCAST, locale, TextDeed.PREVIEW).pack()
            self.screens[f"preview in {locale}"] = await self._press(previews, preview)
        draft = await self.coordinator.says("/broadcast")
        self.screens["check"] = await self._press(draft, EditDraft(BROADCAST, DraftStep.CHECK).pack())
        await self._press(self.screens["check"], ConfirmBroadcast(BROADCAST, len(COUNTRIES)).pack())
        await self.stage.brings(officer_chisinau=1, officer_belgrade=1)
        await self.stage.reaches(MORNING, officer_tbilisi=1)

    async def _report(self) -> None:
        """Confirm as two of three, and see it in the report and the table."""
        for player in self.receivers[:2]:
            confirmation = ConfirmReading(BROADCAST).pack()
            name = f"confirmed by {player.persona.profile.key}"
            self.screens[name] = await player.presses(player.heard[-1].message, confirmation)
        report = SteerBroadcast(BROADCAST, RunDeed.REPORT).pack()
        self.screens["report"] = await self._press(await self._card(), report)
        table = SteerBroadcast(BROADCAST, RunDeed.TABLE).pack()
        self.table = await self.coordinator.fetches(self.screens["report"], table)

    async def _recall(self) -> None:
        card = await self._card()
        self.screens["question"] = await self._press(card, SteerBroadcast(BROADCAST, RunDeed.RECALL).pack())
        surely = SteerBroadcast(BROADCAST, RunDeed.RECALL_SURELY).pack()
        self.screens["recalled"] = await self._press(self.screens["question"], surely)
        await until(lambda: not any(map(self.is_there, self.receivers)))

    async def _card(self) -> JsonObject:
        listed = await self.coordinator.says("/broadcasts")
        return await self._press(listed, SteerBroadcast(BROADCAST, RunDeed.SHOW).pack())

    async def _press(self, message: JsonObject, data: str) -> JsonObject:
        return await self.coordinator.presses(message, data)
