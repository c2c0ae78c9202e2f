"""Which of the sample pages a browser reads: all that lie in the folder, and one of each kind for what takes long."""

from __future__ import annotations

from rendering.samples import PAGES

ELSEWHERE = {"redirect", "not_found"}
"""Kinds that leave for another page, or are made for a host's root and not for a folder."""
PATHS = [view.meta.path for view in PAGES if view.meta.kind not in ELSEWHERE]
SEMI_FINAL = "matches/2021/2021-02-10-atalanta-napoli.html"
WORLD_CUP_FINAL = "matches/2022/2022-12-18-argentina-france.html"
KINDS = {view.meta.kind: view.meta.path for view in reversed(PAGES) if view.meta.path in PATHS} | {
    "match": SEMI_FINAL,
    "match without a report": WORLD_CUP_FINAL,
}
"""A page of each kind: the first of its samples, the fullest."""
