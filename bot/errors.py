"""What a person can do wrong, as exceptions; `bot.views.failures` has the texts.

Anything else that is raised is our own failure: logged, and answered with an apology.
"""


class BotError(Exception):
    """Base of all that a person can put right."""


class UnknownArticleError(BotError):
    """The article of a button or link does not exist (any more).

    Attributes:
        article_id: what was asked for.
    """

    def __init__(self, article_id: str) -> None:
        super().__init__(article_id)
        self.article_id = article_id


class UnknownContactError(BotError):
    """The contact point does not exist (any more), or not for this person: the two are not told apart."""


class UnreadableCorrectionError(BotError):
    """What somebody proposes for a contact point cannot be read.

    Attributes:
        column: of `bot.services.contact_columns`.
    """

    def __init__(self, column: str) -> None:
        super().__init__(column)
        self.column = column


class NoChangeError(BotError):
    """What somebody proposes is what the contact point says already."""
