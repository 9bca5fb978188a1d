"""What stands beside the articles: instruments, the channel adviser's rules, request forms and the glossary."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from knowledge.adviser import ChannelAdviser
from knowledge.channel_rules import ChannelRule, read_channel_rules
from knowledge.glossary import Glossary, read_glossary
from knowledge.instruments import Instrument, read_instruments
from knowledge.request_forms import RequestForm, RequestForms, read_request_forms
from knowledge.scope import FILE_NAME, Scope, read_scope


@dataclass(frozen=True)
class Reference:
    """The parts; what a folder lacks is empty.

    Attributes:
        instruments: by id.
        rules: of the channel adviser.
        forms: of requests.
        glossary: the terms.
        scope: where matters belong that no article covers.
    """

    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    rules: tuple[ChannelRule, ...] = ()
    forms: tuple[RequestForm, ...] = ()
    glossary: Glossary = field(default_factory=Glossary)
    scope: Scope = field(default_factory=Scope)

    @cached_property
    def adviser(self) -> ChannelAdviser:
        """The rules, ready to be applied."""
        return ChannelAdviser(self.rules, self.instruments)

    @cached_property
    def request_forms(self) -> RequestForms:
        """The forms, ready to be looked up."""
        return RequestForms(self.forms)


def read_reference(folder: Path) -> Reference:
    """Read `instruments.yaml`, `channels.yaml`, `request_forms.yaml`, `glossary/` and `out_of_scope.yaml`.

    Raises:
        FindingsError: a file breaks the format.
        OSError: there is no `instruments.yaml`.
    """
    channels, forms = folder / "channels.yaml", folder / "request_forms.yaml"
    return Reference(
        instruments=read_instruments(folder / "instruments.yaml"),
        rules=read_channel_rules(channels) if channels.exists() else (),
        forms=read_request_forms(forms) if forms.exists() else (),
        glossary=read_glossary(folder / "glossary"),
        scope=read_scope(folder / FILE_NAME),
    )
