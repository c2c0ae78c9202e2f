"""Pages made by a Dask cluster: connect, send the site once, give out batches, stage what comes back.

At most some batches are under way or wait here at any moment, so the bytes of
the site are never in memory as a whole. A batch whose worker ended is given to
another one by Dask. Social cards are drawn here: they need fonts, resvg, and no
cluster. Dask is imported where it is used only: it is an extra.
"""

from __future__ import annotations

import logging
import socket
import time
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import CancelledError, Future
from contextlib import closing, contextmanager
from functools import partial
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from site_builder.cluster.parcel import IDENTITY, Batch, Delivery, OtherProgram, Parcel, as_it_is, identity, make_batch, pack
from site_builder.incremental.fingerprint import digest
from site_builder.pages.keys import PageKey
from site_builder.pages.kinds import CARD
from site_builder.production import BATCH, Made, Material, Standing, make_pages
from site_builder.workers import ClusterFailed, batches, in_order

if TYPE_CHECKING:  # an extra
    from distributed import Client

ANSWER = 8.0
"""Seconds in which a scheduler has to answer, and to have a worker."""
GRACE = 20.0
"""Seconds that a build goes on waiting when all workers are gone: they may be on their way back."""
AHEAD = 2
"""Batches for each worker, so that none waits for this process; `LEAST_AHEAD` for workers that are still to come."""
LEAST_AHEAD = 8
_LOOK = 1.0


def address_of(executor: str) -> tuple[str, int]:
    """Host and port of ``dask://HOST:PORT``. Raises ValueError."""
    parts = urlsplit(executor)
    if parts.scheme != "dask" or not parts.hostname or not parts.port or parts.path.strip("/") or parts.query:
        raise ValueError(executor)
    return parts.hostname, parts.port


def is_installed() -> bool:
    """Whether the extra is."""
    return find_spec("distributed") is not None


class Cluster(Struct, frozen=True):
    """A Dask scheduler with its workers, at a host and port."""

    host: str
    port: int

    @property
    def shown(self) -> str:
        """The address, for people."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    def look(self) -> None:
        """Look for a scheduler before a site is read in vain: it is one that speaks first. Raises `ClusterFailed`."""
        try:
            line = socket.create_connection((self.host, self.port), timeout=ANSWER)
        except OSError as error:
            raise ClusterFailed(f"there is no Dask cluster at {self.shown} ({error.strerror or error})") from error
        with line:
            try:
                is_speaking = bool(line.recv(1))
            except OSError:
                is_speaking = False
        if not is_speaking:
            raise ClusterFailed(f"what answers at {self.shown} is no Dask scheduler")

    def make_pages(self, material: Material, keys: Sequence[PageKey], jobs: int) -> Iterator[Made]:
        """As `production.make_pages`; what has to be staged is staged here. Raises `ClusterFailed`, `OutputFailed`.

        Local processes come first: a process should not fork while Dask's threads run in it.
        """
        near = [key for key in keys if key.kind == CARD]
        if near:
            yield from make_pages(material, near, jobs)
        far = [key for key in keys if key.kind != CARD]
        if far and material.standing:
            with closing(self._made(material, material.standing, far)) as deliveries:
                for delivery in deliveries:
                    rows = tuple(
                        material.standing.stage(page.path, page.key, page.data, digest(page.data)) for page in delivery.pages
                    )
                    yield replace(delivery.made, staged=rows)

    def _made(self, material: Material, standing: Standing, keys: Sequence[PageKey]) -> Generator[Delivery]:
        with self._connected() as client, self._sentences():
            ahead = max(LEAST_AHEAD, AHEAD * self._check_workers(client))
            parcel = _sent(client, pack(material))
            # A key of its own for each batch: pages that are made again are not fetched from another build.
            executor = client.get_executor(pure=False)

            def submit(batch: Sequence[PageKey]) -> Future[Delivery]:
                future: Future[Delivery] = executor.submit(make_batch, parcel, with_standing(batch, standing))
                return future

            yield from in_order(submit, batches(keys, BATCH), ahead, partial(self._fetched, client))

    @contextmanager
    def _connected(self) -> Iterator[Client]:
        """A connection. What Dask has to say about it is left out: it would say in pages what `ClusterFailed` says in a line."""
        import distributed  # noqa: PLC0415 - an extra, and slow to load

        for name in ("distributed", "distributed.client", "distributed.core", "distributed.comm", "tornado"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
        try:
            client = distributed.Client(f"tcp://{self.shown}", timeout=ANSWER, set_as_default=False)
        except (OSError, ValueError) as error:
            raise ClusterFailed(f"the scheduler at {self.shown} cannot be talked to ({error})") from error
        try:
            yield client
        finally:
            client.close(timeout=_LOOK)

    def _check_workers(self, client: Client) -> int:
        """How many workers there are; all of them have to run this very program."""
        try:
            client.wait_for_workers(1, timeout=ANSWER)
        except TimeoutError as error:
            raise ClusterFailed(f"the cluster at {self.shown} has no workers") from error
        programs: dict[str, object] = client.run(identity, on_error="return")
        for worker, program in sorted(programs.items()):
            if program != IDENTITY:
                raise ClusterFailed(_other_program(worker, program))
        return len(programs)

    def _fetched(self, client: Client, future: Future[Delivery]) -> Delivery:
        """What a worker made, as soon as it is here; nobody waits for ever for workers that are all gone."""
        alone_since: float | None = None
        while True:
            try:
                return future.result(timeout=_LOOK)
            except TimeoutError:
                if future.done() or client.status != "running":
                    raise
                if client.nthreads():
                    alone_since = None
                    continue
                alone_since = alone_since or time.monotonic()
                if time.monotonic() - alone_since > GRACE:
                    raise ClusterFailed(f"all workers of the cluster at {self.shown} are gone") from None

    @contextmanager
    def _sentences(self) -> Iterator[None]:
        """What goes wrong on the way, as `ClusterFailed`."""
        from distributed import KilledWorker  # noqa: PLC0415 - an extra

        try:
            yield
        except KilledWorker as killed:
            message = f"workers of the cluster at {self.shown} ended again and again at the same pages, maybe for want of memory"
            raise ClusterFailed(message) from killed
        except OtherProgram as other:
            raise ClusterFailed(_other_program("that came later", other)) from other
        except (CancelledError, OSError) as gone:
            raise ClusterFailed(f"the cluster at {self.shown} is gone: its scheduler or all of its workers ended") from gone


def with_standing(keys: Sequence[PageKey], standing: Standing) -> Batch:
    """A batch with what its worker has to know of the output."""
    rows = (standing.row(key.path) for key in keys)
    return Batch(tuple(keys), {row.path: row.key for row in rows if row})


def _sent(client: Client, parcel: Parcel) -> Any:  # noqa: ANN401 - a future of Dask, which has no types
    """A site as the result of a task: the scheduler has it done anew when every worker that had it is gone.

    What is scattered would be lost with them.
    """
    import dask  # noqa: PLC0415 - an extra

    # Dask warns of tasks with so much in them, since it expects many of them; this is one for each build.
    with dask.config.set({"distributed.admin.large-graph-warning-threshold": "1 TiB"}):
        return client.submit(as_it_is, parcel, pure=False)


def _other_program(worker: str, program: object) -> str:
    fix = "every machine needs the same site-builder, Python and packages"
    if isinstance(program, ImportError):
        return f"the worker {worker} cannot load site-builder ({program}); {fix}"
    return f"the worker {worker} runs site-builder {program}, this one is {IDENTITY}; {fix}"
