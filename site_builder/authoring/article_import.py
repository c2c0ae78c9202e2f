"""A plain-text article brought into a site as the draft of a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from site_builder.authoring.articles.draft import Draft, DraftGoal, DraftResult, Found
from site_builder.authoring.articles.reader import read_article
from site_builder.authoring.articles.vocabulary import Vocabulary, folded
from site_builder.authoring.draft_report import report_of
from site_builder.authoring.files import Taken, create
from site_builder.authoring.fixtures import Fixture, fixture_of, meetings, of_score, report_path, season_on
from site_builder.authoring.known import vocabulary_of
from site_builder.authoring.loading import Loaded
from site_builder.authoring.notes import Outcome
from site_builder.authoring.spelling import unknown
from site_builder.checks.names import edits
from site_builder.content.model import Kind
from site_builder.content.slugs import slugify
from site_builder.football.model import GoalEvent, Match, Score
from site_builder.site import model
from site_builder.site.model import Thing
from site_builder.site.names import other_names, own_slug

LONGEST_ARTICLE = 60_000
"""Characters. The longest live blogs of a match have half as many; of whole books nothing could be said."""
_ANOTHER_SPELLING = 2
"""Letters in which two spellings of one name may differ: Füllkrug and Fuellkrug, Al-Shehri and Alshehri."""


class Drafted(Struct, frozen=True):
    """A draft, and the match of the site that it is about, if the site knows it."""

    draft: Draft
    fixture: Fixture | None = None


def import_article(loaded: Loaded, name: str, text: str, published: date | None) -> Outcome:
    """Write the draft of a report; what is there already stays as it is."""
    if text.startswith("---\n"):
        line = f"{name} has front matter already: it is no plain text. Put it into content/matches/."
        return Outcome(lines=(line,), is_problem=True)
    if len(text) > LONGEST_ARTICLE:
        line = f"{name} is longer than an article on one match ({LONGEST_ARTICLE:,} characters). Cut out the part about it."
        return Outcome(lines=(line,), is_problem=True)
    vocabulary = vocabulary_of(loaded.site)
    drafted = draft_of(loaded, text, vocabulary, published)
    result = drafted.draft.result
    if result is None:
        return Outcome(
            is_problem=True, lines=(f"{name}: no two teams were found in it. Write `Home 2-1 Away` as its first line.",)
        )
    if drafted.fixture and drafted.fixture.report and not _is_own(loaded, drafted):
        return Outcome(
            is_problem=True, lines=(f"{name}: {drafted.fixture.title} is reported already, in {drafted.fixture.report}.",)
        )
    day = drafted.draft.date.value if drafted.draft.date else None
    path = report_path(day, result.home.value, result.away.value)
    return _written(loaded.folders.site, path, report_of(drafted.draft), name, _notes(loaded, drafted.draft))


def _is_own(loaded: Loaded, drafted: Drafted) -> bool:
    """Whether the report is the one that this article made before."""
    assert drafted.fixture, "asked for known matches only"
    assert drafted.draft.result, "as above"
    file = loaded.folders.site / drafted.fixture.report
    return file.is_file() and file.read_text(encoding="utf-8").endswith(drafted.draft.body)


def _written(site: Path, path: str, text: str, name: str, notes: tuple[str, ...]) -> Outcome:
    try:
        create(site / path, text)
    except Taken:
        same = (site / path).read_bytes() == text.encode("utf-8")
        state = "is there already, unchanged" if same else "is there already and was left as it is"
        return Outcome(lines=(f"{name}: {path} {state}.",))
    return Outcome(lines=(f"{name}: wrote {path}.", *notes))


def draft_of(loaded: Loaded, text: str, vocabulary: Vocabulary, published: date | None) -> Drafted:
    """What an article tells, with what the site knows of its match."""
    draft = read_article(text, vocabulary, published)
    if draft.result is None:
        return Drafted(draft)
    match, is_turned = _match(loaded, draft, draft.result)
    if match:
        fixture = fixture_of(loaded.site, match)
        people: Mapping[str, Thing] = loaded.site.of(model.PEOPLE)
        return Drafted(_with_fixture(turned(draft) if is_turned else draft, fixture, people), fixture)
    return Drafted(_with_season(loaded, draft))


def _team_slug(loaded: Loaded, name: str) -> str:
    """The slug of a team by any of its declared names."""
    for file in loaded.site.of(model.FILES_OF[Kind.TEAM]).values():
        if slugify(name) in {slugify(file.name), *map(slugify, other_names(file))}:
            return own_slug(file)
    return slugify(name)


def _match(loaded: Loaded, draft: Draft, result: DraftResult) -> tuple[Match | None, bool]:
    """The one match of the site that this can be, and whether the text has the teams the other way round."""
    home, away = _team_slug(loaded, result.home.value), _team_slug(loaded, result.away.value)
    day = draft.date.value if draft.date else None
    if result.score is None:
        return None, False
    straight = of_score(meetings(loaded.site, home, away), result.score.value, day)
    turned = of_score(meetings(loaded.site, away, home), result.score.value.swapped(), day)
    if straight and turned:
        return None, False
    return (straight, False) if straight else (turned, turned is not None)


def turned(draft: Draft) -> Draft:
    """A draft with its sides changed over."""
    old = draft.result
    assert old, "asked for drafts with a result only"
    result = replace(
        old,
        home=old.away,
        away=old.home,
        score=_swapped(old.score),
        half_time=_swapped(old.half_time),
        shootout=_swapped(old.shootout),
    )
    goals = tuple(replace(goal, side=goal.side.other if goal.side else None) for goal in draft.goals)
    off = tuple(replace(one, side=one.side.other if one.side else None) for one in draft.dismissals)
    return replace(draft, result=result, goals=goals, dismissals=off)


def _swapped(found: Found[Score] | None) -> Found[Score] | None:
    return replace(found, value=found.value.swapped()) if found else None


def _with_fixture(draft: Draft, fixture: Fixture, people: Mapping[str, Thing]) -> Draft:
    """A draft with what the site's results say of its match: they go before what was read from prose."""
    match, place = fixture.match, str(fixture.place)
    assert draft.result, "only drafts with a result have a match"
    stage = match.stage
    return replace(
        draft,
        result=replace(
            draft.result,
            home=Found(fixture.home, place=place),
            away=Found(fixture.away, place=place),
        ),
        date=Found(match.date, place=place) if match.date else draft.date,
        competition=Found(fixture.competition, place=place),
        season=Found(match.season, place=place),
        round=Found(stage.round, place=place) if stage.round else None if stage.group else draft.round,
        group=Found(stage.group.removeprefix("Group "), place=place) if stage.group else draft.group if not stage.round else None,
        leg=Found(stage.leg, place=place) if stage.leg else draft.leg,
        venue=draft.venue or (Found(fixture.venue, place=place) if fixture.venue else None),
        goals=_goals_as_known(draft.goals, match, fixture, people),
    )


def _goals_as_known(
    goals: tuple[DraftGoal, ...], match: Match, fixture: Fixture, people: Mapping[str, Thing]
) -> tuple[DraftGoal, ...]:
    """Goals as the site's results have them: open sides and spellings are taken from there; other minutes are said."""
    known = match.happenings.goals or ()
    spelt = (_spelt_as_known(goal, known, people) for goal in goals)
    return tuple(_goal_as_known(goal, known, str(fixture.place)) for goal in spelt)


def _spelt_as_known(goal: DraftGoal, known: Iterable[GoalEvent], people: Mapping[str, Thing]) -> DraftGoal:
    """The scorer as the site writes him, where it has a goal in the same minute by somebody of nearly the same name."""
    written = slugify(goal.player).replace("-", "")
    near = [
        event.player
        for event in known
        if event.minute and event.minute == goal.minute and edits(event.player.replace("-", ""), written) <= _ANOTHER_SPELLING
    ]
    return replace(goal, player=people[near[0]].name) if len(near) == 1 and near[0] in people else goal


def _goal_as_known(goal: DraftGoal, known: Iterable[GoalEvent], place: str) -> DraftGoal:
    surname = slugify(goal.player).rpartition("-")[2]
    own = [event for event in known if event.minute and event.player.rpartition("-")[2] == surname]
    same = [event for event in own if event.minute == goal.minute]
    if same:
        return replace(goal, side=goal.side or same[0].side, unsure=goal.unsure if goal.side else f"its side is as in {place}")
    if not own:
        return goal
    minutes = " and ".join(f"{event.minute.text}'" for event in own if event.minute)
    return replace(goal, unsure="; ".join(filter(None, (goal.unsure, f"{place} has {minutes}"))))


def _with_season(loaded: Loaded, draft: Draft) -> Draft:
    """A draft with the season that its date falls in."""
    if draft.date is None:
        return draft
    name = draft.competition.value if draft.competition else ""
    season, is_told = season_on(loaded.site, name, draft.date.value)
    return replace(draft, season=Found(season, unsure="" if is_told else "no rule book tells the season of this competition"))


def _notes(loaded: Loaded, draft: Draft) -> tuple[str, ...]:
    """What an author should look at."""
    assert draft.result, "only drafts with a result are written"
    teams = [thing.name for thing in loaded.site.of(model.TEAMS).values()]
    known = {folded(name) for name in teams}
    names = [draft.result.home.value, draft.result.away.value]
    new = [f"  {unknown(name, teams)}" for name in names if teams and folded(name) not in known]
    unsure = report_of(draft).partition("\n---\n")[0].count("# unsure:")
    said = (
        f"  {unsure} {'value is' if unsure == 1 else 'values are'} marked unsure."
        if unsure
        else "  Nothing is marked unsure; check it all the same."
    )
    return (*new, said)
