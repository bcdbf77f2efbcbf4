"""Articles stored as JSON: news-please, newspaper4k, schema.org, plain ``{title, text, date}``."""

import json
from collections.abc import Mapping
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any

from claimx.article import Article
from claimx.errors import InputError
from claimx.reading.files import make_article

# In the order in which they are looked for; the first that holds something counts.
TEXTS = ("text", "maintext", "body", "content", "articleBody", "article_body", "article")
TITLES = ("title", "headline", "name")
DATES = (
    "published",
    "date",
    "date_publish",
    "publish_date",
    "published_at",
    "datePublished",
    "date_published",
    "pubDate",
)
URLS = ("url", "canonical_link", "source_url", "link")
AUTHORS = ("author", "authors", "byline", "creator")
LANGUAGES = ("language", "lang", "inLanguage", "meta_lang")


def read_stored(value: Any, *, name: str, text_field: str | None = None) -> Article:
    """Return the article in a decoded JSON object; ``text_field`` names where its text is.

    Raises:
        InputError: there is no text, or the value is no object.
    """
    if not isinstance(value, Mapping):
        raise InputError(f"a JSON {type(value).__name__}, not an object with a text")
    text = _first(value, (text_field,) if text_field else TEXTS)
    if text is None:
        looked = text_field or ", ".join(TEXTS)
        raise InputError(f"no text under {looked}; name the field with --text-field")
    return make_article(
        text,
        path=name,
        title=_first(value, TITLES),
        published=_day(_first(value, DATES)),
        url=_first(value, URLS),
        author=_names(value),
        language=_first(value, LANGUAGES),
    )


def parse_json(data: bytes | str) -> Any:
    """Return decoded JSON.

    Raises:
        InputError: no JSON, nested too deeply, or not UTF-8.
    """
    try:
        return json.loads(data)
    except json.JSONDecodeError as error:
        raise InputError(f"no JSON at character {error.pos}: {error.msg.lower()}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"not UTF-8 at byte {error.start}") from error
    except RecursionError as error:
        raise InputError("JSON nested too deeply") from error
    except ValueError as error:  # a number of more digits than Python converts
        raise InputError(f"JSON that cannot be read: {error}") from error


def _first(value: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    for name in names:
        found: Any = value
        for part in name.split("."):
            found = found.get(part) if isinstance(found, Mapping) else None
        if isinstance(found, str) and found.strip():
            return found
    return None


def _names(value: Mapping[str, Any]) -> str | None:
    """Return who wrote an article: a name, names, or objects with one, as in schema.org."""
    for key in AUTHORS:
        found = value.get(key)
        many = found if isinstance(found, list) else [found]
        names = [one.get("name") if isinstance(one, Mapping) else one for one in many]
        told = [name.strip() for name in names if isinstance(name, str) and name.strip()]
        if told:
            return "; ".join(told)
    return None


def _day(stamp: str | None) -> str | None:
    """Return the day of an ISO 8601 or RFC 2822 time stamp; None for what is neither."""
    if stamp is None:
        return None
    try:
        return date.fromisoformat(stamp.strip()[:10]).isoformat()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(stamp).date().isoformat()
    except (ValueError, OverflowError):  # the latter: a year of twenty digits
        return None
