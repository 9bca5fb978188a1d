"""All that differs between two installations: `ILECU_*`, from the environment, `.env` or a folder of secrets.

Constants that nobody sets live beside the code that uses them.
"""

import os
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, AnyHttpUrl, Field, SecretStr, UrlConstraints, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

HttpAddress = Annotated[AnyHttpUrl, UrlConstraints(allowed_schemes=["http", "https"])]
PREFIX = "ILECU_"
DOCKER_SECRETS = Path("/run/secrets")
SECRETS_VARIABLE = "ILECU_SECRETS_DIR"


class SettingsError(Exception):
    """A setting is missing or wrong; the message names each, and never shows a secret."""


def cache_folder() -> Path:
    """Return the folder for what can be made again, as the XDG base directory specification has it."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ilecu"


def _known_zone(name: str) -> str:
    """Return the name of a time zone that there is."""
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError):
        raise ValueError("found no such time zone; expected one of IANA's, as Europe/Vienna") from None


class Settings(BaseSettings):
    """The settings of one installation."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", env_file_encoding="utf-8", frozen=True, extra="forbid"
    )

    token: SecretStr = Field(
        min_length=10,
        description="Token of the bot, from @BotFather. Keep it secret.",
        examples=["123456:ABC-DEF"],
    )
    secret: SecretStr = Field(
        min_length=32,
        description="Makes pseudonyms and hashes of this installation: 32 random characters or more, never changed",
        examples=["output-of-openssl-rand-base64-32"],
    )
    api_url: HttpAddress = Field(
        default=AnyHttpUrl("https://api.telegram.org"), description="Bot API server, without /bot"
    )
    database_url: str = Field(
        default="sqlite+aiosqlite:///ilecu.db",
        pattern=r"^(sqlite\+aiosqlite|postgresql\+asyncpg)://",
        description="SQLAlchemy address of the database, SQLite or PostgreSQL",
    )
    concurrency: int = Field(
        default=32,
        ge=1,
        le=256,
        description="Updates handled at the same time; those of one chat stay in order",
    )
    updates_per_minute: int = Field(
        default=60, ge=10, le=600, description="Messages and buttons of one person in a minute; more are not answered"
    )
    send_limits: bool = Field(
        default=True,
        description="Keep Telegram's sending limits; a Bot API server of one's own may have none",
    )
    paid_broadcasts: bool = Field(
        default=False,
        description="Send in bulk faster than 30 messages a second, which Telegram charges for",
    )
    cache: Path | None = Field(
        default=None,
        description="Folder for what can be made again, such as the search index",
    )
    watch: bool = Field(
        default=False,
        description="Read articles, phrases and catalogs again when their files change; SIGHUP does so at any time",
    )
    page_size: int = Field(default=8, ge=3, le=20, description="Articles on one page of /browse")
    inline_results: int = Field(default=10, ge=1, le=50, description="Results of an inline query, at most")
    inline_cache: int = Field(default=10, ge=0, le=300, description="Seconds Telegram may keep inline results")
    broadcast_approval_above: int = Field(
        default=0, ge=0, description="A second coordinator approves broadcasts to more receivers; 0: none is needed"
    )
    contact_confirmation_days: int = Field(
        default=180, ge=7, le=730, description="Days after which owners are asked whether a contact is still right"
    )
    keep_questions_days: int = Field(
        default=30, ge=1, le=365, description="Days that the record of a question is kept; never its text"
    )
    keep_deliveries_days: int = Field(
        default=180, ge=1, le=730, description="Days that the record of a message sent to members is kept"
    )
    keep_audit_days: int = Field(default=730, ge=90, le=3650, description="Days that the audit log is kept")
    keep_inactive_days: int = Field(
        default=365, ge=90, le=3650, description="Days after which who was not seen is erased"
    )
    inactivity_notice_days: int = Field(default=14, ge=1, le=60, description="Days before that they are told")
    zone: Annotated[str, AfterValidator(_known_zone)] = Field(
        default="UTC", description="IANA time zone of the installation; daily work is done at 03:00 in it"
    )
    operator: str = Field(
        default="", max_length=200, description="Who runs the assistant and where, as people read it in /privacy"
    )
    clock_url: HttpAddress | None = Field(
        default=None, description="For demos only: address of a gateway's clock to follow"
    )
    gateway_host: str = Field(default="127.0.0.1", description="Address the gateway listens on")
    gateway_port: int = Field(default=8080, ge=1, le=65535, description="Port the gateway listens on")
    gateway_public: bool = Field(default=False, description="Allow an address that other machines reach")
    gateway_secret: SecretStr = Field(default=SecretStr(""), description="Asked for before the web chat is shown")
    gateway_names: frozenset[str] = Field(
        default=frozenset(), description='Names the gateway is called by, beside localhost, as ["chat.example.org"]'
    )
    gateway_limits: bool = Field(default=False, description="Keep Telegram's sending limits")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(default="INFO", description="Least level logged")
    log_format: Literal["console", "json"] = Field(default="console", description="console or json (one object a line)")


def load_settings(env_file: Path | None = Path(".env")) -> Settings:
    """Read the settings.

    Order of precedence: environment, `.env`, files of the secrets folder (named as the variables), defaults.

    Args:
        env_file: None reads no file.

    Raises:
        SettingsError: a value is missing or bad, or a variable `ILECU_…` is none of ours.
    """
    _refuse_unknown_variables()
    folder = os.environ.get(SECRETS_VARIABLE, str(DOCKER_SECRETS))
    if SECRETS_VARIABLE in os.environ and not Path(folder).is_dir():
        raise SettingsError(f"{SECRETS_VARIABLE}: {folder} is no folder")
    secrets = folder if Path(folder).is_dir() else None
    try:
        return Settings(_env_file=env_file, _secrets_dir=secrets)
    except ValidationError as error:
        raise SettingsError("\n".join(_explain(error))) from None


def _refuse_unknown_variables() -> None:
    """A misspelt variable would silently leave a default in force."""
    known = {PREFIX + name.upper() for name in Settings.model_fields} | {SECRETS_VARIABLE}
    unknown = sorted(name for name in os.environ if name.upper().startswith(PREFIX) and name.upper() not in known)
    if unknown:
        raise SettingsError("\n".join(f"{name}: no such setting; .env.example lists all" for name in unknown))


def _explain(error: ValidationError) -> list[str]:
    """Name each setting with what is wrong; values are left out, they may be secret."""
    return [
        f"{_variable(str(problem['loc'][0]))}: {problem['msg'][0].lower()}{problem['msg'][1:]}"
        for problem in error.errors(include_url=False, include_input=False)
    ]


def _variable(name: str) -> str:
    """Return the variable of a field; unknown keys of `.env` come with their prefix."""
    return name.upper() if name.upper().startswith(PREFIX) else PREFIX + name.upper()
