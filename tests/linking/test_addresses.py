"""The different addresses of one page."""

from __future__ import annotations

import pytest

from armreader.linking.addresses import page_of

PAGE = "https://www.example.org/news/bridge-opens.html"


@pytest.mark.parametrize(
    "url",
    [
        PAGE,
        "http://example.org/news/bridge-opens.html#more",
        "https://m.example.org/news/bridge-opens.html?utm_source=x&fbclid=1",
        "https://amp.example.org/news/bridge-opens.html",
        "https://example.org/news/bridge-opens.amp.html",
        "https://example.org/amp/news/bridge-opens.html",
        "https://example.org/news/bridge-opens.html/print/",
        "https://example.org/news/bridge-opens.html?outputType=amp",
        "https://www-example-org.cdn.ampproject.org/c/s/www.example.org/news/bridge-opens.html",
    ],
)
def test_forms_of_one_page(url: str) -> None:
    assert page_of(url) == page_of(PAGE) == "example.org/news/bridge-opens.html"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/news/bridge-closes.html",
        "https://example.org/news/bridge-opens.html?page=2",
        "https://other.example.org/news/bridge-opens.html",
    ],
)
def test_other_pages(url: str) -> None:
    assert page_of(url) not in ("", page_of(PAGE))


@pytest.mark.parametrize("url", ["", "https://example.org/", "https://[x", "a⇄b", "https://m."])
def test_addresses_that_are_not_pages(url: str) -> None:
    assert page_of(url) == ""
