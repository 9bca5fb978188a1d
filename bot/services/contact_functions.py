"""Which functions of a partner a procedure or an advice leads to: from the adviser's rules to contact points."""

from collections.abc import Iterable, Mapping

from bot.models import Function
from knowledge.channel_rules import ChannelRule, Contact, Verdict

OF_CONTACT: Mapping[Contact, Function | None] = {
    Contact.ILECU: Function.ILECU,
    Contact.NCB: Function.NCB,
    Contact.EUROPOL: Function.EUROPOL,
    Contact.SELEC: Function.SELEC,
    Contact.SIRENE: Function.SIRENE,
    Contact.CENTRE: Function.BORDER_CENTRE,
    Contact.LIAISON: Function.LIAISON,
    Contact.CYBER: Function.CYBER_24_7,
    Contact.FIU: Function.FIU_ARO,
    Contact.ARO: Function.FIU_ARO,
    Contact.JUDICIAL: None,
    Contact.OWN: None,
}
"""The function that a rule's contact is, in the partner's country.

None: a judicial authority, which is no partner unit, or the officer's own unit.
"""


def function_of(contact: Contact) -> Function | None:
    """Return the function of the partner that an advice names; None where it names no partner unit."""
    return OF_CONTACT[contact]


def functions_of(article_id: str, rules: Iterable[ChannelRule]) -> list[Function]:
    """Return the functions that the rules which send people to an article lead to, each once, best rank first.

    Articles do not name functions themselves; the adviser's rules name both (`channels.yaml`).

    Args:
        article_id: of the article.
        rules: `KnowledgeBase.reference.rules`; those that say "do not use" do not count.
    """
    meant = (rule for rule in rules if article_id in rule.articles and rule.verdict is Verdict.USE)
    found = (function_of(rule.contact) for rule in sorted(meant, key=lambda rule: rule.rank))
    return list(dict.fromkeys(function for function in found if function is not None))


def articles_of(function: Function, rules: Iterable[ChannelRule]) -> list[str]:
    """Return the ids of the articles that lead to a function, each once, best rank first."""
    meant = (rule for rule in rules if function_of(rule.contact) is function and rule.verdict is Verdict.USE)
    return list(dict.fromkeys(key for rule in sorted(meant, key=lambda rule: rule.rank) for key in rule.articles))
