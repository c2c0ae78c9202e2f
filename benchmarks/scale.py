"""What a cluster costs and when it pays: cold builds by processes of this machine and by a Dask cluster on it, in one run.

    python benchmarks/scale.py --bench FOLDER --matches 1000 --workers 2 --runs 3

Both have the same number of processes, so what differs is what the way to them
costs: the site is packed and sent once to each worker, batches go out, bytes
come back. FOLDER holds `corpus.py`, which writes reports on real matches.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from typing import TypeVar

from distributed import Client, wait
from msgspec.structs import replace

from measuring import BASE_URL, measured, site_builder, tree, write_corpus
from site_builder.cluster.parcel import Batch, as_it_is, identity, make_batch, open_parcel, pack
from site_builder.outcome import Options
from site_builder.pages.kinds import CARD
from site_builder.preparation import prepare
from site_builder.production import BATCH
from site_builder.workers import batches

T = TypeVar("T")
NOTHING = Batch((), {})


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[str]:
    """A scheduler and workers with one thread each, as processes of this machine."""
    file = folder / "scheduler.json"
    shared = ["--host", "127.0.0.1", "--scheduler-file", str(file), "--no-dashboard"]
    scheduler = ["scheduler", "--port", "0", "--dashboard-address", "127.0.0.1:0", *shared]
    commands = [scheduler, *[["worker", "--nthreads", "1", "--no-nanny", *shared]] * workers]
    processes: list[subprocess.Popen[bytes]] = []
    try:
        for command in commands:
            quiet = subprocess.DEVNULL
            processes.append(subprocess.Popen([sys.executable, "-m", "dask", *command], cwd=folder, stdout=quiet, stderr=quiet))
        while not file.exists():
            time.sleep(0.05)
        yield json.loads(file.read_text(encoding="utf-8"))["address"]
    finally:
        for process in processes:
            process.kill()
            process.wait()


def timed(work: Callable[[], T]) -> tuple[T, float]:
    began = time.perf_counter()
    found = work()
    return found, time.perf_counter() - began


def cold(site: Path, output: str, *words: str) -> float:
    """The seconds of a cold build."""
    for made in (site / output, site / "cache"):
        shutil.rmtree(made, ignore_errors=True)
    return measured([*site_builder(site, "build", output=site / output), *words], site / "log.txt").wall


def ways(site: Path, address: str, workers: int) -> Iterator[tuple[str, str]]:
    """What the way to the workers and back takes, one thing after the other."""
    options = Options(site=site, output=site / "parts", cache=site / "cache", base_url=BASE_URL, jobs=workers)
    prepared, preparing = timed(lambda: prepare(options))
    yield "before the first page (read, link, plan; the parse cache is warm)", f"{preparing:.2f} s"
    keys = [key for key in prepared.keys if key.kind != CARD]
    parts = [Batch(tuple(keys), {}) for keys in batches(keys, BATCH)]
    parcel, packing = timed(lambda: pack(prepared.material))
    yield "pack the site", f"{packing:.2f} s, {len(parcel.inputs) / 2**20:.1f} MiB"
    with Client(address) as client:
        client.wait_for_workers(workers)
        _, loading = timed(lambda: client.run(identity))
        yield "workers load site-builder, once in their life", f"{loading:.2f} s"
        sent = client.submit(as_it_is, parcel, pure=False)
        _, sending = timed(partial(wait, sent))
        yield "send it to a worker", f"{sending:.2f} s"
        one = client.submit(make_batch, sent, NOTHING, pure=False)
        _, opening = timed(one.result)
        yield "a worker opens it", f"{opening:.2f} s"
        rounds = [timed(client.submit(make_batch, sent, NOTHING, pure=False).result)[1] for _ in range(50)]
        yield "a batch without pages, there and back", f"{median(rounds) * 1000:.1f} ms"
        used = time.process_time()
        for future in [client.submit(make_batch, sent, part, pure=False) for part in parts]:
            future.result()
        yield (
            "a batch, in the process that gives it out and fetches it",
            f"{(time.process_time() - used) / len(parts) * 1000:.1f} ms",
        )
    near = replace(parcel)
    _, making = timed(lambda: open_parcel(near))
    deliveries, pages = timed(lambda: [make_batch(near, part) for part in parts])
    size = sum(len(page.data) for delivery in deliveries for page in delivery.pages)
    yield f"the pages themselves, on one processor ({len(parts)} batches)", f"{pages - making:.2f} s, {size / 2**20:.1f} MiB"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, required=True, metavar="FOLDER", help="where corpus.py lies")
    parser.add_argument("--matches", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--work", type=Path, help="scratch folder; a temporary one if not given")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=args.work) as folder:
        site, elsewhere = Path(folder, "site"), Path(folder, "elsewhere")
        elsewhere.mkdir()
        write_corpus(args.bench, args.matches, site)
        near, far = [], []
        for _ in range(args.runs):
            near.append(cold(site, "near", "--jobs", str(args.workers)))
            # A new cluster for each build: workers that made this site before would have an advantage.
            with cluster(elsewhere, args.workers) as address:
                executor = address.replace("tcp://", "dask://")
                far.append(cold(site, "far", "--jobs", str(args.workers), "--executor", executor))
            (elsewhere / "scheduler.json").unlink()
        same = "the same" if tree(site / "near") == tree(site / "far") else "NOT THE SAME"
        print(f"{args.matches:,} reports, {args.workers} processes, medians of {args.runs} runs; both outputs are {same}.\n")
        print(f"local {median(near):.2f} s, cluster {median(far):.2f} s: {median(far) / median(near):.2f} times as long\n")
        with cluster(elsewhere, args.workers) as address:
            for what, figure in ways(site, address, args.workers):
                print(f"| {what} | {figure} |", flush=True)


if __name__ == "__main__":
    main()
