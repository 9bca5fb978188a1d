"""Names that several screens share: categories, channels, pages of an article."""

from bot.callbacks import Page
from bot.i18n import Translator
from knowledge.article import Category, Channel


def category_name(category: Category, translator: Translator) -> str:
    """Return the name of a shelf."""
    _ = translator.gettext
    names = {
        Category.CHANNELS: _("Channels and requests"),
        Category.DATA_PROTECTION: _("Data protection"),
        Category.INTERPOL: _("INTERPOL"),
        Category.EUROPOL_EU: _("Europol and the EU"),
        Category.OPERATIONS: _("Cross-border operations"),
        Category.JUDICIAL: _("Judicial cooperation"),
        Category.SUBJECTS: _("By subject"),
        Category.NETWORK: _("The ILECU network"),
    }
    return names[category]


def channel_name(channel: Channel, translator: Translator) -> str:
    """Return the name of a channel."""
    _ = translator.gettext
    names = {
        Channel.INTERPOL: _("INTERPOL (I-24/7)"),
        Channel.SIENA: _("Europol (SIENA)"),
        Channel.SELEC: _("SELEC"),
        Channel.SIRENE: _("SIRENE"),
        Channel.PCC_SEE: _("PCC SEE"),
        Channel.BILATERAL: _("bilateral channel"),
        Channel.LIAISON: _("liaison officer"),
        Channel.CONTACT_CENTRE: _("common contact centre"),
        Channel.JUDICIAL: _("judicial authorities"),
        Channel.NATIONAL: _("own national unit"),
    }
    return names[channel]


def page_name(page: Page, translator: Translator) -> str:
    """Return the label of the button that opens a page of an article."""
    _ = translator.gettext
    names = {
        Page.CARD: _("« Short answer"),
        Page.STEPS: _("Steps"),
        Page.CONDITIONS: _("Conditions"),
        Page.COMES_BACK: _("What comes back"),
        Page.COUNTRY_NOTES: _("By country"),
        Page.MISTAKES: _("Common mistakes"),
        Page.SOURCES: _("Legal basis and sources"),
        Page.RELATED: _("Related"),
        Page.LANGUAGES: _("Other language"),
    }
    return names[page]
