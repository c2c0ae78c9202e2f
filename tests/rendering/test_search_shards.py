"""Shards as scripts: one call, JSON inside, nothing that could end a script or a line."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from site_builder.pages.data_values import TeamData
from site_builder.pages.keys import PageKey
from site_builder.pages.search_values import Headlines, SeasonShard, Things
from site_builder.rendering.documents import document_bytes
from site_builder.rendering.search_shards import shard_script

SEASON = SeasonShard(
    start=date(2021, 2, 10), days=(0,), teams=("atalanta", ("inter", "Ambrosiana")), competitions=("coppa-italia",),
    home=(0,), away=(1,), of=(0,), scores="31", notes=((0, "aet"),),
)  # fmt: skip


def read_back(script: bytes) -> tuple[str, object]:
    found = re.fullmatch(r'siteBuilderSearch\("([^"]*)",(.*)\)\n', script.decode())
    assert found
    return found[1], json.loads(found[2])


def test_a_shard_is_one_call_with_its_name_and_its_values() -> None:
    name, values = read_back(shard_script("2020-21", SEASON))
    assert name == "2020-21"
    assert values == {
        "start": "2021-02-10", "days": [0], "teams": ["atalanta", ["inter", "Ambrosiana"]], "competitions": ["coppa-italia"],
        "home": [0], "away": [1], "of": [0], "scores": "31", "notes": [[0, "aet"]],
    }  # fmt: skip


def test_what_is_empty_is_left_out() -> None:
    assert shard_script("things", Things()) == b'siteBuilderSearch("things",{})\n'
    assert b'"headlines":[]' in shard_script("headlines/2020-21", Headlines(headlines=()))


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "a\u2028b\u2029c", '"); alert("', "\\", "<!--", "Ł’Ж"])
def test_text_stays_text(text: str) -> None:
    script = shard_script("things", Things(teams=(text,), letters=(("ß", "ss"),)))
    assert read_back(script)[1] == {"letters": [["ß", "ss"]], "teams": [text]}
    assert not re.search(rb"<|\xe2\x80\xa8|\xe2\x80\xa9", script)
    assert script.count(b"\n") == 1


def test_a_document_is_a_script_or_json_by_what_it_is() -> None:
    key = PageKey("search/headlines/2020-21", "search_headlines", "2020-21")
    assert key.path == "search/headlines/2020-21.js"
    assert document_bytes(key, Headlines(headlines=())).startswith(b'siteBuilderSearch("headlines/2020-21",')
    team = TeamData(name="Atalanta", slug="atalanta", seasons=(), matches=())
    assert document_bytes(PageKey("teams/atalanta", "team_data", "atalanta"), team).startswith(b"{\n")
