"""Web pages in WARC files, as CC-News has them: one item an HTTP response that is a page."""

from collections.abc import Iterator
from pathlib import Path

from claimx.corpus.inputs import Item
from claimx.errors import SetupError

_PAGES = ("text/html", "application/xhtml+xml")


def read_warc(path: str, name: str, limit: int) -> Iterator[Item]:
    """Yield the pages of a WARC file; ``name:N`` counts its response records from 1.

    Responses that are no page, or no success, are passed over: they are not articles.

    Raises:
        OSError: the file cannot be opened.
        SetupError: fastwarc is not installed.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ModuleNotFoundError as error:
        raise SetupError("reading WARC needs fastwarc: pip install 'claimx[warc]'") from error
    n = 0
    # It unpacks the file itself and so saves the records before a place where it is damaged.
    with Path(path).open("rb") as stream:
        try:
            for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
                n += 1
                url = record.headers.get("WARC-Target-URI")
                http = record.http_headers
                if http is None:
                    yield Item(name=f"{name}:{n}", url=url, problem="a broken HTTP response")
                    continue
                kind = (record.http_content_type or "").lower()
                if kind not in _PAGES or http.status_code != 200:
                    continue
                data = record.reader.read(limit + 1)
                if len(data) > limit:
                    problem = f"more than {limit:,} bytes; raise --max-bytes if that is meant"
                    yield Item(name=f"{name}:{n}", url=url, problem=problem)
                elif len(data) < record.content_length:
                    yield Item(name=f"{name}:{n}", url=url, problem="cut off")
                else:
                    yield Item(name=f"{name}:{n}", kind="page", data=data, url=url)
        except OSError as error:
            problem = f"damaged after {n} responses: {error}"
            yield Item(name=f"{name}:{n + 1}", problem=problem)
