"""Names of roles, and of where they are held."""

from bot.i18n import Translator, own_name
from bot.models import Role
from bot.services.permissions import Held


def role_name(role: Role, translator: Translator) -> str:
    """Return the name of a role."""
    _ = translator.gettext
    names = {
        Role.OFFICER: _("Officer"),
        Role.COORDINATOR: _("Coordinator"),
        Role.TRANSLATOR: _("Translator"),
        Role.CURATOR: _("Curator of articles"),
        Role.ADMINISTRATOR: _("Administrator"),
    }
    return names[role]


def held_name(held: Held, translator: Translator) -> str:
    """Return a role with where it is held: `Coordinator, Serbia`."""
    _ = translator.gettext
    role = role_name(held.role, translator)
    if held.role is Role.COORDINATOR:
        return _("{role}, {place}").format(role=role, place=place_name(held.scope or None, translator))
    if held.role is Role.TRANSLATOR:
        language = own_name(held.scope) if held.scope else _("all languages")
        return _("{role}, {place}").format(role=role, place=language)
    return role


def place_name(country: str | None, translator: Translator) -> str:
    """Return the name of a country, or of the whole network."""
    return translator.country(country) if country else translator.gettext("the whole network")
