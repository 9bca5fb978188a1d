"""A study visit in Tbilisi from the first draft to the stars, as a coordinator in Budapest and four officers live it.

The visit is moved from the week before the clocks go forward in Moldova, Serbia and Hungary (28 March 2027) to the week
after; those of Georgia never do. What was seen on the way is kept, and `test_study_visit` looks at it.
"""

import datetime as dt
import signal
from dataclasses import dataclass, field

from bot.callbacks import (
    AnswerEvent,
    BeginEvent,
    ExportAnswers,
    InviteCountry,
    PickDay,
    PreviewEvent,
    PublishEvent,
    RateEvent,
    SendCalendar,
    SetField,
    ShowEvent,
    ShowParticipants,
    ShowPlan,
    TickItem,
)
from bot.callbacks.event_audience import ShowAudience
from bot.callbacks.event_checklist import PutOnChecklist, ShowChecklist
from bot.gateway.json_types import JsonObject
from bot.models import Answer, Aspect, Task
from bot.services.events.notices import SETTLING
from tests.e2e.stage import Player, Stage

EVENT = 1
DRAFTED = dt.datetime(2027, 3, 1, 9, 0, tzinfo=dt.UTC)
MOVED = dt.datetime(2027, 3, 8, 9, 0, tzinfo=dt.UTC)
OLD_START = dt.datetime(2027, 3, 25, 5, 0, tzinfo=dt.UTC)
START = dt.datetime(2027, 4, 2, 5, 0, tzinfo=dt.UTC)
"""09:00 in Tbilisi, as before; 08:00 in Chișinău and 07:00 in Belgrade, where it would have been an hour earlier."""
LONG = dt.timedelta(hours=3)
ANSWER_BY = dt.datetime(2027, 3, 22, 5, 0, tzinfo=dt.UTC)
DOWN = dt.datetime(2027, 3, 26, 10, 0, tzinfo=dt.UTC)
"""Now the assistant begins again, after what was due a week before the visit."""
TYPED = (
    ("title", "Tanulmányút Tbilisziben\nA nyomozók a közös ügyekről beszélnek."),
    ("times", "2027. március 25. 9:00-12:00"),
    ("host_country", "Grúzia"),
    ("host_unit", "ILECU Tbilisi"),
    ("venue", "House of the Example\nExample Street 1"),
    ("answer_by", "2027. március 22. 9:00"),
    ("capacity", "2"),
)
"""What the coordinator types, field by field; the host comes behind the time."""
COUNTRIES = ("MD", "RS", "GE", "UA")


@dataclass
class StudyVisit:
    """The people of the visit, and what they saw.

    Attributes:
        screens: messages as they were, by what the scene calls them.
        files: what was fetched, likewise.
    """

    stage: Stage
    screens: dict[str, JsonObject] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)

    @property
    def coordinator(self) -> Player:
        """In Budapest, with a Hungarian client."""
        return self.stage.player("coordinator-budapest")

    @property
    def belgrade(self) -> Player:
        """Says yes, and does what is on the list."""
        return self.stage.player("officer-belgrade")

    @property
    def tbilisi(self) -> Player:
        """Waits, is promoted, and leaves the list for later."""
        return self.stage.player("officer-tbilisi")

    @property
    def chisinau(self) -> Player:
        """Never answers."""
        return self.stage.player("officer-chisinau")

    @property
    def kyiv(self) -> Player:
        """Says yes and then no."""
        return self.stage.player("translator-kyiv")

    @property
    def invited(self) -> tuple[Player, ...]:
        """All four."""
        return self.belgrade, self.tbilisi, self.chisinau, self.kyiv

    def text(self, name: str) -> str:
        """Return what a screen said."""
        text: str = self.screens[name]["text"]
        return text

    async def play(self) -> None:
        """Go through all of it."""
        for player in (self.coordinator, *self.invited):
            await player.says("/start")
        await self._draft()
        await self._publish()
        await self._answer()
        await self._move()
        await self._two_weeks_before()
        await self._a_week_before()
        await self._last_day()
        await self._afterwards()

    async def _draft(self) -> None:
        """Draft the visit field by field."""
        kinds = await self.coordinator.says("/newevent")
        plan = await self.coordinator.presses(kinds, BeginEvent("study_visit").pack())
        for name, typed in TYPED:
            await self.coordinator.presses(plan, SetField(EVENT, name).pack())
            plan = await self.coordinator.says(typed)
        audience = await self.coordinator.presses(plan, ShowAudience(EVENT).pack())
        for country in COUNTRIES:
            audience = await self.coordinator.presses(audience, InviteCountry(EVENT, country, invited=True).pack())
        plan = await self.coordinator.presses(audience, ShowPlan(EVENT).pack())
        self.screens["plan"] = await self._put_on_the_list(plan)

    async def _put_on_the_list(self, plan: JsonObject) -> JsonObject:
        """Put the passport on the checklist, by the day until which answers are taken; return the plan."""
        items = await self.coordinator.presses(plan, ShowChecklist(EVENT).pack())
        await self.coordinator.presses(items, PutOnChecklist(EVENT, Task.PASSPORT).pack())
        items = await self.coordinator.says(dict(TYPED)["answer_by"])
        return await self.coordinator.presses(items, ShowPlan(EVENT).pack())

    async def _publish(self) -> None:
        plan = self.screens["plan"]
        self.screens["preview"] = await self.coordinator.presses(plan, PreviewEvent(EVENT, "hu").pack())
        self.screens["question"] = await self.coordinator.presses(plan, PublishEvent(EVENT, confirmed=False).pack())
        confirmed = PublishEvent(EVENT, confirmed=True).pack()
        self.screens["published"] = await self.coordinator.presses(self.screens["question"], confirmed)
        await self.stage.brings(officer_belgrade=1, officer_tbilisi=1, officer_chisinau=1, translator_kyiv=1)
        for player in self.invited:
            self.screens[f"invitation of {player.persona.profile.key}"] = player.heard[-1].message

    async def _answer(self) -> None:
        for player in (self.kyiv, self.belgrade, self.tbilisi):
            await self._says(player, Answer.YES)
        self.screens["waiting"] = self.tbilisi.persona.messages()[-1]
        await self._says(self.kyiv, Answer.NO)
        await self.stage.brings(officer_tbilisi=1)
        self.screens["promotion"] = self.tbilisi.heard[-1].message
        self.files["before"] = await self.tbilisi.fetches(self.screens["promotion"], SendCalendar(EVENT).pack())

    async def _says(self, player: Player, wish: Answer) -> JsonObject:
        """Press an answer on the newest message that offers it."""
        message = player.heard[-1].message
        return await player.presses(message, AnswerEvent(EVENT, wish).pack())

    async def _move(self) -> None:
        """Choose another day in the calendar, a week later; who comes says so again."""
        await self.stage.jump(MOVED)
        listed = await self.coordinator.says("/events")
        card = await self.coordinator.presses(listed, ShowEvent(EVENT).pack())
        plan = await self.coordinator.presses(card, ShowPlan(EVENT).pack())
        times = await self.coordinator.presses(plan, SetField(EVENT, "times").pack())
        month = await self.coordinator.presses(times, PickDay(EVENT, "2027-03").pack())
        month = await self.coordinator.presses(month, PickDay(EVENT, "2027-04").pack())
        await self.coordinator.presses(month, PickDay(EVENT, "2027-04-02").pack())
        self.screens["moved"] = await self.coordinator.says("9:00-12:00")
        await self.stage.reaches(  # what else is changed within some minutes would be told in the same message
            MOVED + SETTLING + dt.timedelta(seconds=20),
            officer_belgrade=1,
            officer_tbilisi=1,
            officer_chisinau=1,
            translator_kyiv=1,
        )
        for player in self.invited:
            self.screens[f"change of {player.persona.profile.key}"] = player.heard[-1].message
        card = await self.coordinator.presses(self.screens["moved"], ShowEvent(EVENT).pack())
        self.screens["unconfirmed"] = await self.coordinator.presses(card, ShowParticipants(EVENT).pack())
        for player in (self.belgrade, self.tbilisi):
            await self._says(player, Answer.YES)

    async def _two_weeks_before(self) -> None:
        """Wait for what is due at 09:00 in Tbilisi, which is 06:00 in Belgrade, where nobody is woken."""
        await self.stage.reaches(START - dt.timedelta(days=14), officer_tbilisi=2, officer_chisinau=2)
        await self.stage.reaches(START - dt.timedelta(days=13, hours=23), officer_belgrade=2)
        item = TickItem(1, done=True).pack()
        task = next(heard for heard in self.belgrade.heard[-2:] if item in str(heard.message))
        self.screens["ticked"] = await self.belgrade.presses(task.message, item)

    async def _a_week_before(self) -> None:
        """Kill the assistant, and start it when something is overdue and somebody waits for an answer."""
        await self.stage.end(signal.SIGKILL)
        await self.stage.jump(DOWN)
        self.kyiv.persona.say("/agenda")
        await self.stage.begin()
        await self.stage.brings(officer_belgrade=1, officer_tbilisi=2, officer_chisinau=1, translator_kyiv=1)

    async def _last_day(self) -> None:
        await self.stage.reaches(
            START - dt.timedelta(days=1), officer_belgrade=1, officer_tbilisi=1, officer_chisinau=1
        )
        await self.stage.reaches(START - dt.timedelta(hours=2), officer_tbilisi=1)
        await self.stage.reaches(START - dt.timedelta(hours=1), officer_chisinau=1)
        listed = await self.tbilisi.says("/events")
        self.files["all"] = await self.tbilisi.fetches(listed, SendCalendar().pack())
        card = await self.tbilisi.presses(listed, ShowEvent(EVENT).pack())
        self.files["one"] = await self.tbilisi.fetches(card, SendCalendar(EVENT).pack())

    async def _afterwards(self) -> None:
        """Wait for the thanks, give stars, and see who came."""
        card = await self._card_of_the_coordinator()
        await self.stage.reaches(START + LONG + dt.timedelta(hours=2), officer_belgrade=1, officer_tbilisi=1)
        asked = await self.belgrade.presses(self.belgrade.heard[-1].message, RateEvent(EVENT, Aspect.CONTENT).pack())
        self.screens["stars"] = asked
        self.screens["rated"] = await self.belgrade.presses(asked, RateEvent(EVENT, Aspect.CONTENT, 5).pack())
        self.screens["participants"] = await self.coordinator.presses(card, ShowParticipants(EVENT).pack())
        for form in ("csv", "xlsx"):
            export = ExportAnswers(EVENT, form).pack()
            self.files[form] = await self.coordinator.fetches(self.screens["participants"], export)

    async def _card_of_the_coordinator(self) -> JsonObject:
        listed = await self.coordinator.says("/events")
        return await self.coordinator.presses(listed, ShowEvent(EVENT).pack())
