"""The post of a live blog that a place in the text is in, and when it was published."""

from __future__ import annotations

from armreader.records import Article, Passage, Publication, Reason


class Posts:
    """A walk through the posts of an article in the order of its text."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._at = -1
        self.publication: Publication | None = None
        """When the current post was published; None outside posts."""
        self.minute: int | None = None

    def turn_to(self, offset: int) -> bool:
        """Move on to a place in the text; return whether another post, or none, has begun since."""
        posts, at = self._article.posts, self._at
        while at + 1 < len(posts) and posts[at + 1].span.start <= offset:
            at += 1
        inside = at >= 0 and offset < posts[at].span.end
        moved = at != self._at or inside != (self.publication is not None)
        if not moved:
            return False
        self._at, post = at, posts[at]
        end = self._article.text.find("\n", *post.span)
        passage = Passage(self._article.id, post.span.start, post.span.end if end < 0 else end)
        reason = Reason("publication-post", (passage,))
        self.publication = Publication(post.published, "stated", reason) if inside else None
        self.minute = post.minute if inside else None
        return True
