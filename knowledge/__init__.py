"""The curated knowledge base: articles, their languages, and search. Knows nothing of bots."""

from knowledge.article import Article, Category, Channel, Country, Duration, Finding, FindingsError, Section
from knowledge.base import KnowledgeBase, packaged_folder
from knowledge.localise import LocalisedArticle, LocalisedBlock, Text
from knowledge.search import Hit, Outcome, SearchResult

__all__ = [
    "Article",
    "Category",
    "Channel",
    "Country",
    "Duration",
    "Finding",
    "FindingsError",
    "Hit",
    "KnowledgeBase",
    "LocalisedArticle",
    "LocalisedBlock",
    "Outcome",
    "SearchResult",
    "Section",
    "Text",
    "packaged_folder",
]
