"""Atom feeds: the newest reports and articles of the site, a team or a competition.

Every date is one that a source gives: ``updated``, else ``date``. An entry's id
outlives its address (`permanent_ids`).
"""

from __future__ import annotations

from datetime import datetime

from site_builder.content.model import Publication
from site_builder.content.slugs import slugify
from site_builder.incremental.memo import Memo
from site_builder.pages.endpoint_views import Category, FeedEntry, FeedView
from site_builder.pages.keys import PageKey
from site_builder.pages.links import HOME, absolute, endpoint_meta, name_at
from site_builder.pages.permanent_ids import article_id, permanent_id, report_id
from site_builder.pages.teasers import teaser_of
from site_builder.pages.text import notes
from site_builder.pages.timestamps import day_begins, moment_of, rfc3339
from site_builder.site import model, questions
from site_builder.site.newest import WHOLE_SITE


def feed_view(read: Memo, key: PageKey) -> FeedView:
    """The feed of the site, or of the team or competition whose address ``about`` is."""
    config = questions.settings(read)
    dated = [read(_dated_entry, address) for address in read.get(model.NEWEST_WORKS, key.about)]
    name = "" if key.about == WHOLE_SITE else name_at(read, key.about)
    return FeedView(
        meta=endpoint_meta(read, key, f"{name} – {config.title}" if name else config.title, "" if name else config.description),
        id=f"urn:uuid:{permanent_id(read, f'feed {key.about}')}",
        url=absolute(read, key.about or HOME),
        updated=rfc3339(max(moment for moment, _ in dated)),
        author=config.author or config.title,
        entries=tuple(entry for _, entry in dated),
    )


def _dated_entry(read: Memo, address: str) -> tuple[datetime, FeedEntry]:
    """A piece with the moment of its last change: a report stands in the feeds of both teams, their competition and the site."""
    is_article = read.find(model.PIECES, address) is not None
    publication, published, entry_id = (_of_article if is_article else _of_report)(read, address)
    config = questions.settings(read)
    updated = moment_of(publication.updated, config.timezone) if publication.updated else published
    assert updated is not None, "only works with a date are announced"
    teaser = teaser_of(read, address)
    kicker = (teaser.kicker.text,) if teaser.kicker.text else ()
    names = dict.fromkeys((*kicker, *publication.tags))
    begun = rfc3339(published) if published else ""
    return updated, FeedEntry(
        id=f"urn:uuid:{entry_id}",
        title=teaser.title,
        url=absolute(read, address),
        summary=teaser.summary,
        authors=tuple(dict.fromkeys(publication.author)),
        published=begun,
        updated=rfc3339(updated) if publication.updated else begun,
        categories=tuple([Category(slugify(name), name) for name in names]),
        corrections=notes(publication.corrections, questions.words_of(read)),
        lang=publication.lang if publication.lang != config.language else "",
    )


def _of_report(read: Memo, address: str) -> tuple[Publication, datetime | None, str]:
    match = questions.match_of(read, address)
    day = day_begins(match.date, questions.settings(read).timezone) if match.date else None
    return read.get(model.REPORTS, address).publication, match.kick_off or day, report_id(read, match)


def _of_article(read: Memo, address: str) -> tuple[Publication, datetime | None, str]:
    article = read.get(model.PIECES, address).article
    published = moment_of(article.when, questions.settings(read).timezone) if article.when else None
    return article.publication, published, article_id(read, address)
