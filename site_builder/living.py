"""A site that stays in memory between builds: what the watch mode builds with.

After a whole build the inputs, the compiled templates and what rules gave are
kept. An edit that changes what a document says and nothing around it (see
`resumption`) then costs what the pages that it concerns cost, however large the
site is. Every other edit is a build like any other, from which this goes on.

Trusted is what the caller says has changed since the last call; it looks again
at everything afterwards, and a whole build reads every source anyway.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from msgspec import Struct
from msgspec.structs import replace

from site_builder.build import Bar, turn_anything_out, turn_out
from site_builder.content.rereading import Forgotten, Shelf
from site_builder.content.sources import locate
from site_builder.ending import Turned, built_of, sentences
from site_builder.last_build import save_last
from site_builder.looking import Look
from site_builder.outcome import Built, Options, ProblemsInContent
from site_builder.output.folder import open_output
from site_builder.output.staging import open_staging
from site_builder.output.survey import survey, survey_of
from site_builder.prepared import Prepared, state
from site_builder.problems import in_order
from site_builder.production import Workshop
from site_builder.resumption import Resumption, with_all_pages
from site_builder.revision import Desk, due_few
from site_builder.site import model
from site_builder.turnout import remembered

MOST_RECENT = 512
"""So many large values of rules stay in memory: an edit of a match asks for those of all seasons that its teams played since."""


class LivingSite(Struct):
    """A site between builds; ``turned`` is how the last one left it, ``pending`` what has changed since and is not built yet.

    ``edited`` are the pages of the sources that the last build was made for, as paths in the output.
    """

    options: Options
    bar: Bar
    turned: Turned | None = None
    workshop: Workshop | None = None
    pending: frozenset[str] = frozenset()
    shelf: Shelf | None = None
    is_unsaved: bool = False
    edited: tuple[str, ...] = ()

    def build(self, changed: Iterable[str] | None) -> Built:
        """Build after these sources changed, None for whatever may have. Raises what `build.build_site` does."""
        self.pending |= frozenset(changed or ())
        turned = self._after_edits() if changed is not None and self.turned else None
        if turned is None:
            turned = self._whole()
        self.edited = _pages_of(self.pending, turned)
        self.turned, self.pending = turned, frozenset()
        if self.shelf:
            self.shelf.forget(turned.last.known.sources.values())
        return turned.built

    def settle(self) -> bool:
        """What can wait until nobody does: keep what is known on disk, get ready for the next edit.

        Whether the output is as it was left; where it is not, only a whole build knows what to do.
        """
        if self.turned is None:
            return True
        if self.is_unsaved:
            self._save(self.turned)
        if self.workshop is None:
            self.workshop = _workshop(self.turned.prepared)
            self.workshop.warm()
        folders = self.turned.prepared.folders
        if self.shelf is None:
            self.shelf = Shelf(folders.site, folders.cache).opened()
        with sentences(folders), open_output(folders.output, folders.site) as folder:
            ledger = folder.ledger(self.turned.ledger)
            return ledger is self.turned.ledger and len(survey(folder, ledger).intact) == len(ledger.rows)

    def _save(self, turned: Turned) -> None:
        """Keep what is known. The plan is what it was when a whole build made its ledger, so the one that is left says it."""
        last = save_last(turned.prepared.folders.cache, replace(turned.last, standing=turned.ledger.print))
        self.turned = replace(turned, last=last)
        if self.shelf:
            self.shelf.settle(last.known.sources.values())
        self.is_unsaved = False

    def _whole(self) -> Turned:
        self.workshop = self.turned = self.shelf = None
        look = Look(self.options)
        with sentences(look.folders):
            return turn_anything_out(look, self.options, self.bar)

    def _after_edits(self) -> Turned | None:
        """The build of a few pages; None where more has to be done."""
        before = self.turned
        assert before is not None, "there was a build"
        prepared = before.prepared
        known = before.last.known
        is_edit_of_known = all(path in known.sources and (prepared.folders.site / path).is_file() for path in self.pending)
        if not self.pending or not is_edit_of_known:
            return None
        shelf = self.shelf = self.shelf or Shelf(prepared.folders.site, prepared.folders.cache)
        self._stop_at_faults(shelf)
        words = prepared.material.inputs[model.WORDS][""]
        resumption = Resumption(prepared.folders, prepared.config, words, before.last, shelf)
        with suppress(Forgotten):
            after = resumption.after(tuple(sorted(self.pending)), prepared.material.inputs)
            if after and not (self.options.strict and after.warnings):
                return self._turn_out(after, before)
        return None

    def _stop_at_faults(self, shelf: Shelf) -> None:
        """What is wrong with the edited documents by themselves is said at once, before anything is looked at as a whole."""
        assert self.turned is not None, "there was a build"
        folders = self.turned.prepared.folders
        found = [problem for path in sorted(self.pending) for problem in shelf.faults_now(path)]
        if any(problem.is_error for problem in found):
            others = (one for one in self.turned.last.known.warnings if one.place.path not in self.pending)
            raise ProblemsInContent(in_order((*others, *locate(folders.site, found))), state(folders))

    def _turn_out(self, prepared: Prepared, before: Turned) -> Turned | None:
        workshop = self.workshop or _workshop(prepared)
        self.workshop = None  # until this has come to its end
        workshop.read.look_at(prepared.material.inputs)
        due = due_few(prepared, workshop)
        if due is None:
            return turn_out(with_all_pages(prepared), self.options, self.bar)
        folders = prepared.folders
        with sentences(folders), open_output(folders.output, folders.site) as folder, open_staging(folder) as staging:
            ledger = folder.ledger(before.ledger)
            if ledger is not before.ledger:
                return None  # somebody else built here, or nothing is left of it
            found = survey_of(folder, ledger, [key.path for key in due])
            made, published = Desk(folder, ledger, found, staging).publish(prepared, self.options, workshop, due)
        last = remembered(prepared, made.traces)
        self.workshop, self.is_unsaved = workshop, True
        warnings = (*prepared.warnings, *published.problems)
        return Turned(built_of(prepared, published, warnings), prepared, last, published.ledger)


def _workshop(prepared: Prepared) -> Workshop:
    workshop = Workshop(prepared.material)
    workshop.read.recent = MOST_RECENT
    return workshop


def _pages_of(sources: Iterable[str], turned: Turned) -> tuple[str, ...]:
    """The pages that these sources tell, those that are there."""
    addresses = turned.prepared.material.inputs[model.ADDRESSES]
    paths = {f"{addresses[source]}.html" for source in sources if source in addresses}
    return tuple(sorted(path for path in paths if path in turned.ledger.rows))
