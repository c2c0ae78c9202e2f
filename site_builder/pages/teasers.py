"""Reports and articles as they are announced, and which of them are the latest."""

from __future__ import annotations

from msgspec.structs import replace

from site_builder.incremental.memo import Memo
from site_builder.pages.links import author_links, competition_link, href_of
from site_builder.pages.parts import Link, Teaser
from site_builder.pages.rows import row_of
from site_builder.pages.wording import day_of, fixture_words
from site_builder.site import model, questions


def latest_works(read: Memo, most: int) -> tuple[str, ...]:
    """Addresses of the newest articles and of the newest reports that somebody wrote, newest first."""
    return questions.listed(read, "works")[:most]


def teaser_of(read: Memo, address: str) -> Teaser:
    """A match or an article, by its address: a match without a report says only how it ended."""
    return read(_teaser, address)


def _teaser(read: Memo, address: str) -> Teaser:
    if read.find(model.PIECES, address) is not None:
        return _article_teaser(read, address)
    row = row_of(read, address)
    report = read.find(model.REPORTS, address)
    fixture = Teaser(
        kicker=row.competition or Link(""),
        title=fixture_words(questions.words_of(read), row.home.text, row.away.text, row.score),
        href=row.href,
        summary="",
        day=row.day,
        score=row,
    )
    if report is None:
        return fixture
    publication = report.publication
    return replace(
        fixture,
        title=publication.title or fixture.title,
        summary=publication.description or report.prose.excerpt,
        authors=author_links(read, publication.author),
        lang=questions.foreign(read, publication.lang),
    )


def _article_teaser(read: Memo, address: str) -> Teaser:
    piece = read.get(model.PIECES, address)
    article = piece.article
    when = article.when
    return Teaser(
        kicker=competition_link(read, piece.competition) if piece.competition else Link(""),
        title=article.publication.title,
        href=href_of(read, address),
        summary=article.publication.description or article.prose.excerpt,
        day=day_of(when.date, questions.words_of(read)) if when else None,
        authors=author_links(read, article.publication.author),
        score=row_of(read, piece.match) if piece.match else None,
        lang=questions.foreign(read, article.publication.lang),
    )


def pieces_about(read: Memo, address: str, most: int = 6) -> tuple[Teaser, ...]:
    """The newest articles that name a team, a person or a competition."""
    return tuple(teaser_of(read, piece) for piece in (read.find(model.PIECES_OF_THING, address) or ())[:most])
