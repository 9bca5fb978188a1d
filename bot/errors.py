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
