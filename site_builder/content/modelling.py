"""A document of any kind from its front matter, by the models of `schema`: the document, and everything that is wrong.

It stands on pydantic, which takes longer to load than to read a thousand plain
reports; these `documents` reads without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import TypeVar

from pydantic import ValidationError

from site_builder.content.consistency import check_match, settled_status
from site_builder.content.front_matter import FrontMatter
from site_builder.content.model import (
    Article,
    CompetitionFile,
    Document,
    Kind,
    MatchFacts,
    MatchReport,
    PersonFile,
    PlainPage,
    Prose,
    TeamFile,
    VenueFile,
)
from site_builder.content.schema.article import ArticleModel, PlainPageModel
from site_builder.content.schema.base import HeadModel
from site_builder.content.schema.common import PageModel
from site_builder.content.schema.match import MatchModel
from site_builder.content.schema.remarks import problems_of, wrong_keys
from site_builder.content.schema.things import CompetitionModel, PersonModel, TeamModel, ThingModel, VenueModel
from site_builder.content.slugs import slugify
from site_builder.problems import Place, Problem

Model = TypeVar("Model", bound=HeadModel)
Thing = TypeVar("Thing", bound=ThingModel)
Problems = tuple[Problem, ...]
_BESIDE_THE_ARITHMETIC = frozenset(PageModel.keys()).union(
    ("title", "managers", "formation", "stats", "venue", "referee", "assistants", "attendance", "weather", "ratings"),
    ("player_of_the_match",),
)
"""Keys of a report without which its other facts fit together, or do not, just as well."""
Writer = Callable[[str, FrontMatter, Prose], tuple[Document | None, Problems]]


def modelled(path: str, kind: Kind, head: FrontMatter, prose: Prose) -> tuple[Document | None, Problems]:
    """The document of a file; None where a value cannot be read."""
    return _WRITERS[kind](path, head, prose)


def missing(path: str, kind: Kind) -> Problem:
    """The problem of a file without front matter."""
    known = MODELS[kind]
    fix = "Start it with lines `---`, then `key: value` for each fact, then `---`."
    return Problem("no-front-matter", Place(path, 1, 1), f"{known.called} starts with front matter, and there is none", fix)


def _validated(model: type[Model], head: FrontMatter) -> tuple[Model | None, Problems]:
    """The values of a front matter, all of them read, or everything that is wrong with them."""
    try:
        return model.model_validate(_values(head)), ()
    except ValidationError as error:
        return None, problems_of(error, model, head)


def _values(head: FrontMatter) -> dict[str, object]:
    values: dict[str, object] = {**head.plain}
    if values.get("extra") is not None:
        values["extra"] = head.json_of("extra")
    return values


def _match(path: str, head: FrontMatter, prose: Prose) -> tuple[MatchReport | None, Problems]:
    values = _values(head)
    try:
        model = MatchModel.model_validate(values)
    except ValidationError as error:
        return None, (*problems_of(error, MatchModel, head), *_wrong_besides(error, values, head))
    facts, problems = _judged(model, head)
    return MatchReport(path, facts, model.publication(model.title), prose), problems


def _judged(model: MatchModel, head: FrontMatter) -> tuple[MatchFacts, Problems]:
    facts, problems = check_match(model.facts(settled_status(model.status, model.result())), head.place)
    return facts, (*problems, *_scores_without_score(model, head))


def _wrong_besides(error: ValidationError, values: dict[str, object], head: FrontMatter) -> Problems:
    """What cannot be true together in a report of which other values cannot be read: who corrects these shall know of it too.

    Nothing is said where one of them may be what the arithmetic lacks.
    """
    wrong = wrong_keys(error, MatchModel)
    if not wrong <= _BESIDE_THE_ARITHMETIC:
        return ()
    known = MatchModel.keys().keys() - wrong
    return _judged(MatchModel.model_validate({key: values[key] for key in known & values.keys()}), head)[1]


def _scores_without_score(model: MatchModel, head: FrontMatter) -> Iterator[Problem]:
    for key, value in (("half_time", model.half_time), ("full_time", model.full_time)):
        if value is not None and model.score is None:
            yield Problem("half-time-without-score", head.place((key,)), f"there is `{key}` but no `score`", "Add the score.")


def _article(path: str, head: FrontMatter, prose: Prose) -> tuple[Article | None, Problems]:
    model, problems = _validated(ArticleModel, head)
    if model is None:
        return None, problems
    article = Article(
        path=path,
        when=model.date,
        publication=model.publication(model.title),
        prose=prose,
        teams=model.teams,
        people=model.people,
        competition=model.competition,
        season=model.season,
        match=model.match,
        translation_of=model.translation_of,
    )
    return article, ()


def _page(path: str, head: FrontMatter, prose: Prose) -> tuple[PlainPage | None, Problems]:
    model, problems = _validated(PlainPageModel, head)
    if model is None:
        return None, problems
    folders = PurePosixPath(path).with_suffix("").parts[2:]
    parts = [slugify(part) for part in folders]
    if model.slug:
        parts[-1] = model.slug
    if not all(parts):
        fix = "Give it a name with letters or digits, or add `slug:`."
        return None, (Problem("empty-slug", Place(path), "the file's name leaves nothing for an address", fix),)
    return PlainPage(path, "/".join(parts), model.publication(model.title), prose, model.translation_of), ()


def _thing(
    model: type[Thing], write: Callable[[str, Thing, Prose], Document], path: str, head: FrontMatter, prose: Prose
) -> tuple[Document | None, Problems]:
    """A document about something that reports mention."""
    values, problems = _validated(model, head)
    if values is None:
        return None, problems
    unnamed = [key for key, names in (("name", (values.name,)), ("aliases", values.aliases)) if not all(map(slugify, names))]
    fix = "Write it with letters or digits."
    nameless = [Problem("empty-slug", head.place((key,)), "this name leaves nothing for an address", fix) for key in unnamed]
    return write(path, values, prose), tuple(nameless)


def _team(path: str, model: TeamModel, prose: Prose) -> TeamFile:
    return TeamFile(
        path=path,
        name=model.name,
        publication=model.publication(),
        prose=prose,
        aliases=model.aliases,
        names=tuple(name.value() for name in model.names),
        short=model.short,
        code=model.code,
        colours=model.colours,
        crest=model.crest,
        ground=model.ground,
        city=model.city,
        country=model.country,
        founded=model.founded,
        nickname=model.nickname,
    )


def _venue(path: str, model: VenueModel, prose: Prose) -> VenueFile:
    return VenueFile(
        path=path,
        name=model.name,
        publication=model.publication(),
        prose=prose,
        aliases=model.aliases,
        names=tuple(name.value() for name in model.names),
        city=model.city,
        country=model.country,
        capacity=model.capacity,
        coordinates=model.coordinates,
    )


def _person(path: str, model: PersonModel, prose: Prose) -> PersonFile:
    return PersonFile(
        path=path,
        name=model.name,
        publication=model.publication(),
        prose=prose,
        aliases=model.aliases,
        born=model.born,
        nationality=model.nationality,
        position=model.position,
        roles=tuple(str(role) for role in model.roles),
    )


def _competition(path: str, model: CompetitionModel, prose: Prose) -> CompetitionFile:
    return CompetitionFile(
        path=path,
        name=model.name,
        publication=model.publication(),
        prose=prose,
        aliases=model.aliases,
        country=model.country,
        timezone=model.timezone,
        season_starts=model.season_starts,
        rules=model.rules,
        seasons=model.seasons,
        zones=model.zones,
    )


MODELS: dict[Kind, type[HeadModel]] = {
    Kind.MATCH: MatchModel,
    Kind.ARTICLE: ArticleModel,
    Kind.PAGE: PlainPageModel,
    Kind.TEAM: TeamModel,
    Kind.VENUE: VenueModel,
    Kind.PERSON: PersonModel,
    Kind.COMPETITION: CompetitionModel,
}
"""The front matter of each kind of document; their JSON Schemas are for editors."""

_WRITERS: dict[Kind, Writer] = {
    Kind.MATCH: _match,
    Kind.ARTICLE: _article,
    Kind.PAGE: _page,
    Kind.TEAM: partial(_thing, TeamModel, _team),
    Kind.VENUE: partial(_thing, VenueModel, _venue),
    Kind.PERSON: partial(_thing, PersonModel, _person),
    Kind.COMPETITION: partial(_thing, CompetitionModel, _competition),
}
