"""An edit that changes what one document says and nothing that others see: its values, without linking the site anew.

What may differ in such an edit is listed here; everything else (teams, date,
names that are new, an address, an author, a picture …) may change lists, names
or addresses anywhere and is linked as a whole. So whatever is forgotten here
costs time and is never wrong. People are not looked up again: in a match told
with the same names, each name means whom it meant before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from site_builder.content.model import (
    Article,
    CompetitionFile,
    Document,
    MatchReport,
    PartKind,
    PersonFile,
    PlainPage,
    Prose,
    Publication,
    TeamFile,
    VenueFile,
)
from site_builder.football.model import Happenings, Match, Season
from site_builder.incremental.memo import Input
from site_builder.site import model
from site_builder.site.happenings import Resolver
from site_builder.site.people import people_named

Inputs = Mapping[Input[Any, Any], Mapping[Any, Any]]
Replaced = dict[Input[Any, Any], dict[Any, Any]]
"""New values of inputs by key."""
_FILES: Mapping[type[Document], Input[str, Any]] = {
    TeamFile: model.TEAM_FILES,
    VenueFile: model.VENUE_FILES,
    PersonFile: model.PERSON_FILES,
}


def retold(inputs: Inputs, before: Document, after: Document) -> Replaced | None:
    """What the inputs hold after an edit of one document; None where more may follow from it."""
    if not _same_around(before, after):
        return None
    address = inputs[model.ADDRESSES][before.path]
    match before, after:
        case MatchReport(), MatchReport():
            return _report(inputs, address, before, after)
        case Article(), Article():
            piece = inputs[model.PIECES][address]
            return {model.PIECES: {address: replace(piece, article=after)}} if _same_but(before, after) else None
        case PlainPage(), PlainPage():
            return {model.PLAIN_PAGES: {address: after}} if _same_but(before, after) else None
        case CompetitionFile(), _:
            return None  # its rules and its name reach far
        case _:
            slug = address.partition("/")[2]
            return {_FILES[type(before)]: {slug: after}} if _same_but(before, after) else None


def _same_around(before: Document, after: Document) -> bool:
    """Whether a document is published as before: only words differ, and they name the same pictures."""
    old, new = before.publication, after.publication
    words = {"title": "", "description": "", "sources": (), "corrections": (), "extra": ""}
    is_same = replace(old, **words) == replace(new, **words) and bool(old.title) == bool(new.title)
    return is_same and _pictures(before.prose) == _pictures(after.prose) and bool(before.prose.words) == bool(after.prose.words)


def _pictures(prose: Prose) -> list[str]:
    return [part.target for part in prose.parts if part.kind is PartKind.SRC]


def _same_but(before: Document, after: Document, **others: object) -> bool:
    """Whether two documents differ in how they are published and in their prose alone, and in these fields."""
    nothing: dict[str, Any] = {"publication": Publication(), "prose": Prose(), **others}
    return replace(before, **nothing) == replace(after, **nothing)


def _report(inputs: Inputs, address: str, before: MatchReport, after: MatchReport) -> Replaced | None:
    if inputs[model.PREVIEWS].get(address) == before:
        return {model.PREVIEWS: {address: after}} if _same_but(before, after) else None
    if before.facts == after.facts:
        return _reported(address, before, after)
    if address in inputs[model.TOLD_TOGETHER] or not _tell_alike(before, after):
        return None
    match = inputs[model.MATCHES][address]
    told = _match(inputs, match, before, after)
    # That what was told before comes out as it is, shows that nothing else takes part in it.
    if told is None or _match(inputs, match, before, before) != match:
        return None
    return {model.MATCHES: {address: told}, **_reported(address, before, after)}


def _reported(address: str, before: MatchReport, after: MatchReport) -> Replaced:
    now = model.Announced.of(after)
    others: Replaced = {model.ANNOUNCED: {address: now}} if now != model.Announced.of(before) else {}
    return {model.REPORTS: {address: after}, **others}


def _tell_alike(before: MatchReport, after: MatchReport) -> bool:
    """Whether the facts differ in the course of the match and its score alone, and name the same officials."""
    old, new = before.facts, after.facts
    course: dict[str, Any] = {"result": None, "played_score": None, "winner": None, "happenings": Happenings()}
    officials = ("referee", "assistants", "player_of_the_match", "ratings")
    return (
        replace(old, **course) == replace(new, **course)
        and (old.result is None) == (new.result is None)
        and all(getattr(old.happenings, name) == getattr(new.happenings, name) for name in officials)
    )


class _Remembered(Struct, frozen=True):
    """`People` of one match: who was meant by each name of a match, by name and team."""

    meant: Mapping[tuple[str, str], str]

    def slug(self, name: str, team: str, season: Season) -> str:  # noqa: ARG002 - of one match, so of one season
        """The person; KeyError for a name that was not there."""
        return self.meant[name, team]

    def own_slug(self, name: str) -> str:
        """Asked for officials only, who are taken as they were."""
        raise KeyError(name)


def _match(inputs: Inputs, match: Match, before: MatchReport, after: MatchReport) -> Match | None:
    """The match as it is told now; None where it names others, or where spellings would be counted differently."""
    meant = _meant(match, before)
    names = _spelt(match, after)
    if meant is None or set(meant) != set(names):
        return None
    various = set(inputs[model.VARIOUSLY_SPELT].get("people", ()))
    were = _spelt(match, before)
    if any(names[one] != were[one] and meant[one] in various for one in names):
        return None
    facts, told = after.facts, match.happenings
    plain = replace(facts.happenings, referee=None, assistants=(), player_of_the_match=None, ratings=())
    try:
        course = Resolver(_Remembered(meant), match.home, match.away, match.season).happenings(plain)
    except KeyError:
        return None
    course = replace(
        course,
        referee=told.referee,
        assistants=told.assistants,
        player_of_the_match=told.player_of_the_match,
        ratings=told.ratings,
    )
    return replace(match, result=facts.result, played=facts.played_score, winner=facts.winner, happenings=course)


def _meant(match: Match, report: MatchReport) -> dict[tuple[str, str], str] | None:
    """Whom each name of a report means, by name and team; None where that is not one to one."""
    written = list(people_named(report.facts.happenings, match.home, match.away))
    people = [slug for slug, _ in people_named(match.happenings, match.home, match.away)]
    if len(written) != len(people):
        return None
    meant = dict(zip(written, people, strict=True))
    return meant if all(meant[name] == slug for name, slug in zip(written, people, strict=True)) else None


def _spelt(match: Match, report: MatchReport) -> Counter[tuple[str, str]]:
    """How often each name is written in a report, by name and team."""
    named: Iterable[tuple[str, str]] = people_named(report.facts.happenings, match.home, match.away)
    return Counter(named)
