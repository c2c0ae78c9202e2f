"""Match pages with something missing, something gone wrong, or something too long."""

from __future__ import annotations

from msgspec.structs import replace

from rendering.sample_matches import match, moment
from rendering.sample_parts import link, mark, person, row, text
from site_builder.pages.match_view import MatchView, PlayerLine, Scorer, SideLineUp, StatLine
from site_builder.pages.parts import Fact

LONG_HOME, LONG_AWAY = "Wolverhampton Wanderers Association", "Borussia Mönchengladbach"
LONG_PLAYER = "Jan Vennegoor of Hesselink-Hohenstein"


def fixture() -> MatchView:
    """To be played, with what is known before."""
    plain = match("Atalanta", "Juventus", "2030-05-19", time="21:00")
    return replace(
        plain,
        facts=(Fact("Venue", "Mapei Stadium", "venues/mapei-stadium.html"),),
        meetings=(
            row("2026-02-05", "Atalanta", "Juventus", "3–0", competition="Coppa Italia", stage="Quarter-finals", report=True),
        ),
    )


def bare_fixture() -> MatchView:
    """Two names and a date."""
    plain = match("Cagliari", "Napoli", "2030-05-20")
    return replace(plain, kicker=plain.kicker[:1])


def undated() -> MatchView:
    """Not even the date is known."""
    return replace(bare_fixture(), day=None, meta=replace(bare_fixture().meta, path="matches/undated/cagliari-napoli.html"))


def postponed() -> MatchView:
    return match("Juventus", "Napoli", "2020-10-04", status="postponed", notes=("Postponed",), time="20:45")


def cancelled() -> MatchView:
    return match("Genoa", "Torino", "2030-01-04", status="cancelled")


def abandoned() -> MatchView:
    """Stopped with somebody sent off."""
    plain = match("Bologna", "Parma", "2030-01-05", "1–1", "abandoned", ("Half-time 1–0", "Abandoned"))
    sent_off = Scorer(person("Marco Esempio"), ("49'",))
    line = replace(
        plain.line,
        home_scorers=(Scorer(person("Luca Prova"), ("12' og",)),),
        away_scorers=(Scorer(person("Luca Prova"), ("60'",)),),
        home_reds=(sent_off,),
        away_reds=(Scorer(person("Ivo Saggio"), ()),),
    )
    moments = (
        moment("own goal", "home", "12", "Luca Prova", score="1–0"),
        moment("second yellow", "home", "49", "Marco Esempio"),
        moment("goal", "away", "60", "Luca Prova", score="1–1"),
        moment("red", "away", "", "Ivo Saggio"),
    )
    return replace(plain, line=line, moments=moments)


def awarded() -> MatchView:
    return match("Hellas Verona", "Roma", "2020-09-19", "3–0", "awarded", ("Awarded 3–0; played 0–0",), time="20:45")


def no_scorers() -> MatchView:
    """A line of bulk data: the result, and nothing else."""
    plain = match("Fiorentina", "Torino", "2020-09-19", "1–0", notes=("Half-time 0–0",), time="18:00")
    return replace(plain, meetings=(row("2020-07-19", "Fiorentina", "Torino", "2–0", stage="Matchday 34"),))


def goalless() -> MatchView:
    return match("Napoli", "Atalanta", "2021-02-03", "0–0", notes=("Half-time 0–0",))


def rout() -> MatchView:
    """More goals than a timeline has room for."""
    plain = match("AS Adema", "Stade Olympique", "2002-10-31", "149–0")
    moments = tuple(moment("own goal", "home", str(1 + n * 89 // 149), "Unknown", score=f"{n + 1}–0") for n in range(149))
    return replace(plain, moments=moments)


def long_names() -> MatchView:
    """Names that do not fit, everywhere that a name can stand."""
    plain = match(LONG_HOME, LONG_AWAY, "2030-01-06", "10–9", notes=("Half-time 5–4", f"{LONG_AWAY} won 12–11 on aggregate"))
    scorer = Scorer(person(LONG_PLAYER), tuple(f"{minute}'" for minute in range(8, 90, 9)))
    shape = (1, 4, 2, 3, 1)
    player = PlayerLine(
        person(LONG_PLAYER), "Vennegoor of Hesselink-Hohenstein", captain=True, goals=2, own_goals=2,
        cards=("yellow", "second yellow"), on="46", off="87", replaced=True,
    )  # fmt: skip
    lines = tuple((player,) * count for count in shape)
    eleven = SideLineUp(mark(LONG_HOME), "4-2-3-1", lines, (), (person(LONG_PLAYER),) * 7, person(LONG_PLAYER))
    moments = tuple(moment("goal", "home", str(minute), LONG_PLAYER, LONG_PLAYER, "1–0") for minute in (1, 2, 3, 44, 45, 88, 90))
    line = replace(
        plain.line, home=mark(LONG_HOME, "media/crest.svg"), home_scorers=(scorer,), away_scorers=(scorer,), home_reds=(scorer,)
    )
    return replace(
        plain,
        line=line,
        kicker=(*plain.kicker, link("Play-off for the promotion to the second division, north", "competitions")),
        moments=moments,
        home_line_up=eleven,
        away_line_up=replace(eleven, team=mark(LONG_AWAY), formation="4-2-3-1"),
        stats=(StatLine("Passes completed in the final third", "1,203", "1,004", 54.5, 45.5),),
        meetings=(
            row(
                "2029-01-06",
                LONG_HOME,
                LONG_AWAY,
                "10–10",
                "aet, 12–11 on penalties",
                competition="Relegation play-offs",
                report=True,
            ),
        ),
    )


def managers_only() -> MatchView:
    """No line-ups, but who stood on the line, and a report that nobody gave a headline."""
    plain = match("Atalanta", "Juventus", "2026-02-05", "3–0")
    side = SideLineUp(mark("Atalanta"), "3-4-2-1", (), (), (), person("Raffaele Palladino"))
    return replace(plain, home_line_up=side, report=text("<p>Short.</p>", signed=False))


STATES = (
    fixture(), bare_fixture(), undated(), postponed(), cancelled(), abandoned(), awarded(), no_scorers(), goalless(), rout(),
    long_names(), managers_only(),
)  # fmt: skip
