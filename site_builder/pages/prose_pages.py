"""Pages that are mostly text: articles, plain pages, old addresses, and what a host shows for none."""

from __future__ import annotations

from msgspec.structs import replace

from site_builder.incremental.memo import Memo
from site_builder.pages.json_ld import article_nodes
from site_builder.pages.keys import PageKey
from site_builder.pages.links import competition_link, edition_link, link, meta_of
from site_builder.pages.parts import Link
from site_builder.pages.pictures import shared_image
from site_builder.pages.rows import row_of
from site_builder.pages.teasers import teaser_of
from site_builder.pages.text import text_of
from site_builder.pages.versions import versions_of
from site_builder.pages.views import ArticleView, NotFoundView, PlainView, RedirectView
from site_builder.site import model, questions

RELATED = 4


def article_view(read: Memo, key: PageKey) -> ArticleView:
    """An article, with the match it belongs to."""
    piece = read.get(model.PIECES, key.about)
    article = piece.article
    kicker: tuple[Link, ...] = ()
    if piece.competition:
        kicker = (competition_link(read, piece.competition),)
        if article.season and article.season in questions.seasons_of_competition(read, piece.competition):
            kicker += (edition_link(read, piece.competition, article.season),)
    publication = article.publication
    said = publication.description or article.prose.excerpt
    crumb = link(read, questions.say(read, "Articles"), "articles")
    others = [a for a in read.find(model.PIECES_OF_MATCH, piece.match) or () if a != key.about] if piece.match else []
    image = shared_image(read, key, article)
    nodes = article_nodes(read, key.about, said, image.href if image else "")
    meta = meta_of(read, key, publication.title, said, crumb, lang=publication.lang, image=image, nodes=nodes)
    return ArticleView(
        meta=replace(meta, versions=versions_of(read, key.address)),
        kicker=kicker,
        headline=publication.title,
        text=text_of(read, key, article, piece.people),
        match=row_of(read, piece.match) if piece.match else None,
        related=tuple(teaser_of(read, a) for a in ([piece.match] if piece.match else []) + others[:RELATED]),
    )


def plain_view(read: Memo, key: PageKey) -> PlainView:
    """A plain page; without a title it is called as its file is."""
    page = read.get(model.PLAIN_PAGES, key.about)
    publication = page.publication
    said = publication.description or page.prose.excerpt
    title = publication.title or key.about.rpartition("/")[2].replace("-", " ").capitalize()
    meta = meta_of(read, key, title, said, lang=publication.lang, image=shared_image(read, key, page))
    return PlainView(replace(meta, versions=versions_of(read, key.address)), title, text_of(read, key, page))


def redirect_view(read: Memo, key: PageKey) -> RedirectView:
    """An old address that leads on; ``about`` is the new one."""
    target = link(read, key.about, key.about)
    return RedirectView(meta_of(read, key, questions.say(read, "This page has moved"), ""), target)


def not_found_view(read: Memo, key: PageKey) -> NotFoundView:
    """What a host shows where there is no page."""
    words = questions.words_of(read)
    kinds = (
        (words("Home"), "index"),
        (words("Matches"), "matches"),
        (words("Teams"), "teams"),
        (words("Competitions"), "competitions"),
    )
    known = (link(read, text, address) for text, address in kinds if read.find(model.PAGES, address) is not None)
    return NotFoundView(meta_of(read, key, words("Page not found"), ""), tuple(known))
