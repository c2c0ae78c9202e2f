"""A build after any edit gives byte for byte what a clean build gives: histories of edits, compared after each step."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from builders import TestSite, no_bar, report
from site_builder.folders import folders_of
from site_builder.living import LivingSite
from site_builder.outcome import Options
from site_builder.serve.scan import Sources

TEAMS = ("Atalanta", "Napoli", "Lazio", "Juventus", "Hellas Verona")
PLAYERS = ("Duván Zapata", "Matteo Pessina", "Hirving Lozano", "Zapata")
teams = st.sampled_from(TEAMS)
scores = st.sampled_from(("1-0", "2-2", "3-1", "0-4", None))
names = st.sampled_from(("a", "b", "c", "d", "e"))
texts = st.sampled_from(("", "Atalanta won.", "At the Gewiss Stadium, Napoli [[Lazio]] lost.", "# Late\n\nZapata and Juventus."))


class Histories(RuleBasedStateMachine):
    """Edits of an author, in any order; after each the site is built again and compared with a clean one."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.site = TestSite(self.root / "site")
        self.files: set[str] = set()
        self.edited = False

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    def save(self, path: str, text: str) -> None:
        self.site.write({path: text})
        self.files.add(path)
        self.edited = True

    def build(self) -> None:
        """As somebody does who calls the command after each edit."""
        self.site.build()

    @initialize()
    def begin(self) -> None:
        # Lazio always exist, since texts link to them.
        self.save("content/teams/lazio.md", "---\nname: Lazio\naliases: [SS Lazio]\n---\n")

    @rule(name=names, home=teams, away=teams, score=scores, text=texts, day=st.integers(1, 3))
    def write_a_report(self, name: str, home: str, away: str, score: str | None, text: str, day: int) -> None:
        if home == away:
            return
        goals = {"goals": f'{{home: "{PLAYERS[day]} 10\'"}}'} if score and score[0] != "0" else {}
        made = report(
            home, away, score, date=f"2021-02-0{day}", text=text, round=f"Round {name}", venue="Gewiss Stadium", **goals
        )
        self.save(f"content/matches/{name}.md", made)

    @rule(name=names, text=texts)
    def edit_prose(self, name: str, text: str) -> None:
        path = f"content/matches/{name}.md"
        if path in self.files:
            head = (self.site.folder / path).read_text(encoding="utf-8").rpartition("---\n")[0]
            self.save(path, f"{head}---\n{text}\n")

    @rule(home=st.sampled_from(TEAMS[:4]), away=st.sampled_from(TEAMS[:4]), score=st.sampled_from(("0-0", "2-1", "0-3")))
    def edit_the_league(self, home: str, away: str, score: str) -> None:
        """A season with its table, of which any match may come, go to another score, and be told again."""
        if home != away:
            day = TEAMS.index(home) * 4 + TEAMS.index(away) + 1
            text = f"{home} and {away} in February."
            made = report(home, away, score, date=f"2021-02-{day:02}", competition="Serie A", text=text)
            self.save(f"content/matches/league-{day}.md", made)

    @rule(name=names)
    def remove_a_report(self, name: str) -> None:
        path = f"content/matches/{name}.md"
        if path in self.files:
            self.site.remove(path)
            self.files.discard(path)
            self.edited = True

    @rule(name=names, other=names)
    def rename_a_report(self, name: str, other: str) -> None:
        old, new = (f"content/matches/{n}.md" for n in (name, other))
        if old in self.files and new not in self.files:
            (self.site.folder / old).rename(self.site.folder / new)
            self.files ^= {old, new}
            self.edited = True

    @rule(name=names)
    def change_a_score_and_keep_size_and_time(self, name: str) -> None:
        path = self.site.folder / f"content/matches/{name}.md"
        if path.exists():
            before, text = path.stat(), path.read_text(encoding="utf-8")
            path.write_text(text.replace("score: 2-2", "score: 4-2").replace("score: 1-0", "score: 5-0"), encoding="utf-8")
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
            self.edited = True

    @rule(name=st.sampled_from(("Atalanta", "Atalanta Bergamo")))
    def declare_a_team(self, name: str) -> None:
        self.save(
            "content/teams/atalanta.md",
            f"---\nname: {name}\naliases: [Atalanta]\ncolours: ['#1e71b8', black]\n---\nOf Bergamo.\n",
        )

    @rule(title=st.sampled_from(("The Far Post", "Tribuna")))
    def change_the_settings(self, title: str) -> None:
        base = 'base_url = "https://example.org"\n' if title == "Tribuna" else ""
        self.save("site.toml", f'title = "{title}"\n{base}')

    @rule(word=st.sampled_from(("Old", "New")))
    def change_a_template(self, word: str) -> None:
        self.save("templates/partials/footer.html", f"<footer><p>{word} footer</p></footer>\n")

    @rule(data=st.sampled_from(("one", "two")))
    def add_a_static_file(self, data: str) -> None:
        self.save("content/files/data.txt", data)

    @rule()
    def edit_the_output_by_hand(self) -> None:
        page = self.site.output / "index.html"
        if page.exists():
            page.write_text("mine", encoding="utf-8")
            self.edited = True

    @invariant()
    def equals_a_clean_build(self) -> None:
        if not self.edited:
            return
        self.edited = False
        self.build()
        clean = self.root / "clean"
        for folder in (clean, self.root / "no-cache"):
            shutil.rmtree(folder, ignore_errors=True)
        self.site.build(output=clean, cache=self.root / "no-cache")
        from_scratch = TestSite(self.root / "other")
        from_scratch.output = clean
        assert self.site.tree() == from_scratch.tree()


class LivingHistories(Histories):
    """The same with a site that stays in memory, as while watching: it is told what changed."""

    def __init__(self) -> None:
        super().__init__()
        self.living = LivingSite(Options(self.site.folder, jobs=1), no_bar)
        self.sources = Sources(folders_of(self.site.folder))
        self.is_first = True

    def build(self) -> None:
        changed = self.sources.look(self.sources.seen)
        self.living.build(None if self.is_first else changed)
        self.is_first = False
        if not self.living.settle():
            self.living.build(None)


TestHistories = Histories.TestCase
TestLivingHistories = LivingHistories.TestCase
TestHistories.settings = TestLivingHistories.settings = settings(
    max_examples=int(os.environ.get("HISTORIES", "3")),
    stateful_step_count=8,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
