"""Pictures made in their sizes, in worker processes: from the cache, or encoded anew, into the staging folder.

What `production` is for pages. A picture is decoded once for all its variants
that are due, and never where it was encoded before: the cache has the bytes
also after the output was deleted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from operator import attrgetter
from pathlib import Path

from msgspec import Struct

from site_builder.images.cache import PictureCache
from site_builder.images.model import BadPicture, Variant, Work
from site_builder.incremental.fingerprint import fingerprint
from site_builder.output.ledger import Row
from site_builder.output.survey import is_current
from site_builder.problems import Place, Problem
from site_builder.production import Made, Standing
from site_builder.workers import batches, in_batches

BATCH = 1
"""A picture takes seconds."""


class Darkroom(Struct, frozen=True):
    """Where pictures come from and go to; goes to other processes as it is. ``standing`` is None for a check."""

    site: Path
    cache: PictureCache
    standing: Standing | None

    def key(self, work: Work, variant: Variant) -> str:
        """The render key of a variant: the picture's bytes, what is made of them, and with which versions of the encoders."""
        from site_builder.images.encoding import encoders  # noqa: PLC0415 - it imports what is part of an extra

        return fingerprint("picture", work.picture.digest, variant, encoders())

    def stands(self, work: Work, variant: Variant) -> bool:
        """Whether a variant need not be made."""
        standing = self.standing
        return standing is not None and is_current(variant.path, self.key(work, variant), standing.ledger, standing.found)


def make_pictures(room: Darkroom, works: Sequence[Work], jobs: int) -> Iterator[Made]:
    """All variants of these pictures, one picture after the other. Raises `OutputFailed` where staging fails."""
    due = [work for work in works if not all(room.stands(work, variant) for variant in work.variants)]
    yield Made(kept=tuple(v.path for work in works for v in work.variants if room.stands(work, v)))
    yield from in_batches(partial(_make_batch, room), batches(due, BATCH), jobs, named=attrgetter("source"))
    if room.standing is not None:
        room.cache.keep_only({room.key(work, v) for work in works for v in work.variants})


def _make_batch(room: Darkroom, works: Sequence[Work]) -> Made:
    staged: list[Row] = []
    problems: list[Problem] = []
    for work in works:
        try:
            staged += _made(room, work)
        except BadPicture as bad:
            problems.append(Problem(bad.code, Place(work.source), str(bad), bad.fix))
    return Made(tuple(staged), (), tuple(problems))


def _made(room: Darkroom, work: Work) -> list[Row]:
    """The variants of a picture that are due, staged; a check only looks whether it can be decoded. Raises `BadPicture`."""
    from site_builder.images.encoding import decoded, encode  # noqa: PLC0415 - as above

    due = {variant: room.key(work, variant) for variant in work.variants if not room.stands(work, variant)}
    known = {variant: data for variant, key in due.items() if (data := room.cache.find(key)) is not None}
    unknown = [variant for variant in due if variant not in known]
    if room.standing is None:
        if unknown:
            decoded(room.site / work.source)
        return []
    for variant, data in encode(room.site / work.source, unknown) if unknown else ():
        room.cache.keep(due[variant], data)
        known[variant] = data
    standing = room.standing
    return [standing.staging.stage(v.path, key, known[v], standing.row(v.path)) for v, key in due.items()]
