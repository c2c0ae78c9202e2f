"""What the open data of a match tells: what its sources say, and nothing else."""

from __future__ import annotations

from builders import TestSite, report
from pages.open_data import FIRST_LEG, SEMI_FINAL, data


def test_of_a_match_of_which_nothing_is_known_nothing_is_told(site: TestSite) -> None:
    site.write({"content/matches/one.md": report(score=None)}).build()
    assert data(site, SEMI_FINAL) == {
        "id": SEMI_FINAL,
        "competition": "Coppa Italia",
        "competition_slug": "coppa-italia",
        "season": "2020-21",
        "date": "2021-02-10",
        "home": {"team": "Atalanta", "slug": "atalanta"},
        "away": {"team": "Napoli", "slug": "napoli"},
        "status": "scheduled",
    }


def test_a_match_tells_everything_that_its_report_tells(site: TestSite) -> None:
    told = report(
        date="2021-02-10 20:45+01:00",
        round="Semi-finals",
        leg="2",
        half_time="2-0",
        goals='{home: "Zapata 10\', Pessina 45+2\'(p) (assist: Zapata)", away: "Toloi 53\'(og)"}',
        cards='{away: "Lozano 90+1\' (Y/R)"}',
        managers="{home: Gasperini}",
        formation="{away: 4-3-3}",
        stats="{shots: 19-9, possession: 48-52, xg: 2.1-?}",
        ratings="{home: {Zapata: 7.5}}",
        venue="Gewiss Stadium",
        referee="La Penna",
        attendance="closed doors",
        sources="[{text: Archive, url: 'https://example.org/a'}]",
    )
    site.write({"content/matches/one.md": told}).build(strict=False)
    document = data(site, SEMI_FINAL)
    assert {
        key: document[key] for key in ("round", "leg", "time", "kick_off", "score", "half_time", "winner", "closed_doors")
    } == {
        "round": "Semi-finals",
        "leg": 2,
        "time": "20:45",
        "kick_off": "2021-02-10T19:45:00Z",
        "score": [3, 1],
        "half_time": [2, 0],
        "winner": "home",
        "closed_doors": True,
    }
    zapata = {"name": "Zapata", "slug": "zapata"}
    assert document["goals"] == [
        {"side": "home", "minute": 10, "player": "Zapata", "slug": "zapata", "kind": "goal"},
        {"side": "home", "minute": 45, "added": 2, "player": "Pessina", "slug": "pessina", "kind": "penalty", "assist": zapata},
        {"side": "away", "minute": 53, "player": "Toloi", "slug": "toloi", "kind": "own_goal"},
    ]
    assert document["cards"] == [
        {"side": "away", "minute": 90, "added": 1, "player": "Lozano", "slug": "lozano", "colour": "second_yellow"}
    ]
    assert document["line_ups"] == {
        "home": {"manager": {"name": "Gasperini", "slug": "gasperini"}},
        "away": {"formation": "4-3-3"},
    }
    assert document["stats"] == [
        {"name": "shots", "home": 19, "away": 9},
        {"name": "possession", "home": 48, "away": 52},
        {"name": "xg", "home": 2.1},
    ]
    assert document["ratings"] == [{"player": "Zapata", "slug": "zapata", "rating": 7.5}]
    assert document["sources"] == [{"text": "Archive", "url": "https://example.org/a"}]
    assert document["referee"] == {"name": "La Penna", "slug": "la-penna"}
    assert "attendance" not in document


def test_a_line_up_is_told_in_lines_with_its_substitutions_by_minute(site: TestSite) -> None:
    eleven = (
        "Lloris [c] - Varane (Konate 113'), Kounde, Upamecano, Hernandez (Camavinga 71') - Griezmann, Tchouameni, Rabiot [Y 55']"
    )
    line_up = f"{eleven} - Giroud, Mbappe, Dembele"
    site.write({"content/matches/one.md": report(lineups=f'{{home: "{line_up}"}}', bench="{home: [Areola]}")}).build()
    document = data(site, SEMI_FINAL)
    home = document["line_ups"]["home"]
    assert home["formation"] == "4-3-3"
    assert home["captain"]["name"] == "Lloris"
    assert [[player["slug"] for player in line] for line in home["lines"]][1:3] == [
        ["varane", "kounde", "upamecano", "hernandez"],
        ["griezmann", "tchouameni", "rabiot"],
    ]
    assert [(change["minute"], change["on"]["slug"]) for change in home["substitutions"]] == [(71, "camavinga"), (113, "konate")]
    assert home["bench"] == [{"name": "Areola", "slug": "areola"}]
    assert [(card["player"], card["colour"]) for card in document["cards"]] == [("Rabiot", "yellow")]
    assert "away" not in document["line_ups"]


def test_an_awarded_match_tells_both_scores_and_a_walkover_who_went_through(site: TestSite) -> None:
    awarded = report(score="3-0", status="awarded", played_score="1-2", round="Semi-finals")
    lots = report("Lazio", "Roma", "1-1", date="2021-02-11", round="Semi-finals", winner="away")
    site.write({"content/matches/one.md": awarded, "content/matches/two.md": lots}).build()
    document = data(site, SEMI_FINAL)
    assert (document["score"], document["played_score"], document["winner"]) == ([3, 0], [1, 2], "home")
    document = data(site, "matches/2021/2021-02-11-lazio-roma")
    assert document["went_through"] == "away"
    assert "winner" not in document


def test_a_report_tells_who_wrote_it_in_what_language_and_what_became_of_it_and_never_its_text(site: TestSite) -> None:
    said = report(
        title="Avanti",
        author="A. Writer",
        lang="it",
        updated="2021-02-12",
        tags="[cup, kicks]",
        text="Una partita.",
        corrections="[{date: 2021-02-12, text: Spelling}]",
    )
    site.write(
        {"content/matches/one.md": said, "content/matches/two.md": report("Napoli", date="2021-02-03", away="Atalanta")}
    ).build()
    assert data(site, SEMI_FINAL)["report"] == {
        "title": "Avanti",
        "authors": ["A. Writer"],
        "lang": "it",
        "updated": "2021-02-12",
        "tags": ["cup", "kicks"],
        "corrections": [{"date": "2021-02-12", "text": "Spelling"}],
    }
    assert "report" not in data(site, FIRST_LEG)
