"""Links that lead nowhere: wiki links, links and pictures in prose, photos and crests of front matter."""

from __future__ import annotations

import difflib
import html
import re
from collections.abc import Iterable, Iterator

from site_builder.checks.anchors import check_anchor
from site_builder.checks.near_addresses import nearest_page
from site_builder.config import FILE
from site_builder.content.markdown_direct import KIND_WORDS
from site_builder.content.model import Document, Kind, PartKind, ProsePart, TeamFile
from site_builder.content.slugs import slugify
from site_builder.incremental.memo import Memo
from site_builder.problems import Place, Problem, warning
from site_builder.site import model
from site_builder.site.model import Site
from site_builder.site.people import people_named
from site_builder.site.references import link_address, static_of, wiki_address

NEAR = 0.75
MOST_SURNAMES = 3
"""So many people of one surname are named as what a link may mean."""
_LEADING_NOWHERE = frozenset({PartKind.TEXT, PartKind.HTML})
_ALT = re.compile(r'\salt="\s*[^"\s]')


def published(site: Site) -> Iterator[Document]:
    """Every document that pages are made of."""
    yield from site.of(model.REPORTS).values()
    yield from site.of(model.PREVIEWS).values()
    yield from (piece.article for piece in site.of(model.PIECES).values())
    yield from site.of(model.PLAIN_PAGES).values()
    for source in model.FILES_OF.values():
        yield from site.of(source).values()


def check_links(site: Site, read: Memo) -> tuple[Problem, ...]:
    """Every link and picture of the site's sources that finds nothing."""
    problems = [problem for document in published(site) for problem in check_document(document, site, read)]
    return (*problems, *_check_menu(site, read))


def check_document(document: Document, site: Site, read: Memo) -> Iterator[Problem]:
    """Every link and picture of one document that finds nothing."""
    for part in document.prose.parts:
        # Most of a text is markup, which leads nowhere, and of the rest most are names, the same ones in many documents.
        kind = part.kind
        if kind in _LEADING_NOWHERE or (kind is PartKind.WIKI and read(wiki_address, part.target) is not None):
            continue
        problem = _check_part(part, document.path, read, site)
        if problem:
            yield problem
    publication = document.publication
    if publication.photos or publication.image or isinstance(document, TeamFile):
        yield from _check_pictures(document, read, site)


def _check_menu(site: Site, read: Memo) -> Iterator[Problem]:
    """Entries of the menu that lead to no page and no file of the site."""
    for label, target in site.config.menu:
        elsewhere = ":" in target.partition("/")[0] or target.startswith(("//", "#"))
        if not elsewhere and link_address(read, f"/{target.lstrip('/')}", "") is None:
            sentence = f"the menu's `{label}` leads to `{target}`, which is no page and no file of this site"
            place = Place(FILE, key=("menu", label))
            yield Problem("broken-menu", place, sentence, "Name a page like `competitions/serie-a.html`.")


def _check_part(part: ProsePart, path: str, read: Memo, site: Site) -> Problem | None:
    place = Place(path, part.line, part.column, part.length)
    if part.kind is PartKind.WIKI:
        sentence = f"the wiki link [[{part.target}]] finds nothing on this site"
        return Problem("broken-wiki-link", place, sentence, _by_surname(part, path, site) or _nearest_name(part.target, site))
    if part.kind is PartKind.HREF and not part.target.startswith("#") and link_address(read, part.target, path) is None:
        sentence = f"the link to `{part.target}` finds no page and no file"
        return Problem("broken-link", place, sentence, _nearest_link(part.target, site))
    if anchor := check_anchor(part, path, read):
        return anchor
    if part.kind is PartKind.SRC and static_of(read, part.target, path) is None:
        return _missing_picture(place, part.target, path, site)
    if part.kind is PartKind.SRC and not _ALT.search(part.html):
        fix = f"Write what it shows between the brackets: ![Zapata shoots]({part.target})."
        return warning("no-alt", place, f"the picture `{part.target}` says nothing to those who cannot see it", fix)
    return None


def _by_surname(part: ProsePart, path: str, site: Site) -> str:
    """Who has a bare name as surname: of the text's own match and people, else of the site.

    Empty for nobody, or where another kind of thing is meant.
    """
    prefix, colon, rest = part.target.partition(":")
    if colon and KIND_WORDS.get(prefix.strip().lower()) is not Kind.PERSON:
        return ""
    ending, people = f"-{slugify(rest or part.target)}", site.of(model.PEOPLE)
    named = (slug for slug in dict.fromkeys(_named(path, site)) if slug in people)
    slugs = [slug for slug in named if slug.endswith(ending)] or [slug for slug in people if slug.endswith(ending)]
    found = [f"[[{people[slug].name}|{html.unescape(part.html)}]]" for slug in slugs]
    if len(found) > MOST_SURNAMES:
        return f"{len(found)} people of this site are called so: write the full name, like {found[0]}."
    return f"Did you mean {' or '.join(found)}?" if found else ""


def _named(path: str, site: Site) -> Iterator[str]:
    """The people whom a report's match names, or an article and its match."""
    address = site.of(model.ADDRESSES).get(path, "")
    piece: model.Piece | None = site.of(model.PIECES).get(address)
    yield from piece.people if piece else ()
    match = site.of(model.MATCHES).get(piece.match if piece else address)
    yield from (slug for slug, _ in people_named(match.happenings, match.home, match.away)) if match else ()


def _nearest_link(target: str, site: Site) -> str:
    near = nearest_page(target, site)
    how = "Link a source (`../teams/atalanta.md`), a page (`/teams/atalanta.html`) or [[a name]]."
    return f"Did you mean `{near}`?" if near else how


def _nearest_name(target: str, site: Site) -> str:
    names = [thing.name for source in model.THINGS_OF.values() for thing in site.of(source).values()]
    near = difflib.get_close_matches(target.partition(":")[2] or target, names, 1, NEAR)
    return (
        f"Did you mean [[{near[0]}]]?"
        if near
        else "Link the name of a team, competition, venue or person, or `2021-02-03 Napoli v Atalanta`."
    )


def _missing_picture(place: Place, src: str, path: str, site: Site) -> Problem:
    statics: Iterable[str] = site.of(model.STATICS)
    name = src.rpartition("/")[2].lower()
    alike = [known for known in statics if known.rpartition("/")[2].lower() == name]
    folder = path.rpartition("/")[0]
    if src.lower().startswith(("http://", "https://")):
        fix = f"Pictures in the front matter are files of the site: put a copy into {folder}/ and write its name."
        return Problem("missing-picture", place, f"`{src}` is no file of this site", fix)
    fix = (
        f"There is content/{alike[0]}: case counts, and so does the folder."
        if alike
        else f"Put it into {folder}/, beside {path.rpartition('/')[2]}."
    )
    return Problem("missing-picture", place, f"there is no picture `{src}`", fix)


def _check_pictures(document: Document, read: Memo, site: Site) -> Iterator[Problem]:
    publication = document.publication
    named: list[tuple[tuple[str | int, ...], str]] = []
    named += [(("photos", i, "src"), photo.src) for i, photo in enumerate(publication.photos)]
    named += [(("image",), publication.image)] if publication.image else []
    named += [(("crest",), document.crest)] if isinstance(document, TeamFile) and document.crest else []
    for key, src in named:
        if static_of(read, src, document.path) is None:
            yield _missing_picture(Place(document.path, key=key), src, document.path, site)
    for i, photo in enumerate(publication.photos):
        for name, value, what in (
            ("alt", photo.alt, "a description for those who cannot see it"),
            ("credit", photo.credit, "a credit"),
        ):
            if not value:
                yield warning(
                    f"no-{name}", Place(document.path, key=("photos", i)), f"this photo has no `{name}`", f"Add {what}."
                )
