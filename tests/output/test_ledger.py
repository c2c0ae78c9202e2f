"""The ledger keeps what it was told, whatever became of the process or the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.output import files
from site_builder.output.ledger import Ledger, Row, State, read_ledger, record


def row(path: str, key: str = "k", state: State = State.DONE) -> Row:
    return Row(path, key, 10, 1_700_000_000_000_000_001, "d" * 32, state)


ROWS = [row(f"teams/{name}.html") for name in ("atalanta", "napoli", "łódź", 'quote"d', "new\nline")]


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "ledger.jsonl")


def test_no_file_is_an_empty_ledger(path: str) -> None:
    assert read_ledger(path) == Ledger()


def test_what_is_recorded_is_read_back(path: str) -> None:
    recorded = record(path, Ledger(), ROWS)
    assert read_ledger(path) == recorded
    assert list(recorded.rows.values()) == ROWS


def test_later_rows_win_and_gone_ones_are_not_owned(path: str) -> None:
    ledger = record(path, Ledger(), ROWS)
    ledger = record(
        path, ledger, [row("teams/atalanta.html", "newer", State.PENDING), row("teams/napoli.html", state=State.GONE)]
    )
    assert read_ledger(path) == ledger
    assert ledger.rows["teams/atalanta.html"].key == "newer"
    assert ledger.unfinished == {"teams/atalanta.html"}
    assert "teams/napoli.html" not in ledger.rows


def test_a_batch_that_was_never_finished_does_not_count_and_is_written_over(path: str) -> None:
    first = record(path, Ledger(), ROWS)
    whole = Path(path).read_bytes()
    record(path, first, [row("a"), row("b")])
    batch = Path(path).read_bytes()[len(whole) :]
    for length in range(len(batch)):
        Path(path).write_bytes(whole + batch[:length])
        torn = read_ledger(path)
        assert (torn.rows, torn.damage, torn.size) == (first.rows, "", len(whole))
        assert record(path, torn, [row("c")]).rows.keys() == {*first.rows, "c"}
        assert read_ledger(path).rows.keys() == {*first.rows, "c"}


def test_any_cut_of_the_first_batch_is_damage(path: str) -> None:
    record(path, Ledger(), ROWS)
    whole = Path(path).read_bytes()
    for length in range(len(whole)):
        Path(path).write_bytes(whole[:length])
        cut = read_ledger(path)
        assert cut.damage
        assert cut.size == 0
        assert all(found == row(found.path, state=State.PENDING) for found in cut.rows.values())
        assert cut.unfinished == cut.rows.keys()


@given(st.data())
def test_any_altered_byte_is_damage_or_changes_nothing(data: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as patch:
        stored: dict[str, bytes] = {}
        patch.setattr(files, "create", lambda path, content, **_: [stored.update({path: content}), files.status("/")][1])
        patch.setattr(files, "replace", lambda source, target: stored.update({target: stored.pop(source)}))
        patch.setattr(files, "read", stored.__getitem__)
        recorded = record("/", Ledger(), ROWS)
        place = data.draw(st.integers(0, len(stored["/"]) - 1))
        byte = data.draw(st.integers(0, 255))
        stored["/"] = stored["/"][:place] + bytes([byte]) + stored["/"][place + 1 :]
        found = read_ledger("/")
    assert found.damage or found.rows == recorded.rows


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"hello",
        b"\0" * 100,
        b"[]\n",
        b"{}\n",
        b'{"ledger":"site-builder","version":2,"rows":0}\n',
        b'{"ledger":"x","version":1,"rows":0}\n',
    ],
)
def test_a_file_of_another_kind_or_version_is_damage(path: str, data: bytes) -> None:
    Path(path).write_bytes(data)
    assert read_ledger(path).damage
    assert read_ledger(path).rows == {}


def test_a_damaged_ledger_is_replaced_by_the_next_record(path: str) -> None:
    Path(path).write_bytes(b"hello")
    recorded = record(path, read_ledger(path), ROWS)
    assert read_ledger(path) == recorded
    assert not recorded.damage


def test_history_is_dropped_when_it_is_half_of_the_file(path: str) -> None:
    ledger = record(path, Ledger(), ROWS)
    sizes = []
    for number in range(20):
        ledger = record(path, ledger, [row("teams/atalanta.html", f"key{number:02}")])
        sizes.append(ledger.lines)
        assert read_ledger(path) == ledger
    assert max(sizes) < 2 * len(ROWS)
    assert min(sizes) == len(ROWS)


def test_a_ledger_of_nothing_is_no_damage(path: str) -> None:
    ledger = record(path, Ledger(), ROWS[:1])
    ledger = record(path, ledger, [row(ROWS[0].path, state=State.GONE)])
    assert (read_ledger(path).rows, read_ledger(path).damage) == ({}, "")


def test_a_known_ledger_is_read_again_only_if_somebody_wrote(path: str) -> None:
    mine = record(path, Ledger(), ROWS)
    assert read_ledger(path, mine) is mine
    theirs = record(path, read_ledger(path), [row("index.html")])
    assert read_ledger(path, mine) == theirs
    Path(path).unlink()
    assert read_ledger(path, mine) == Ledger()


def test_a_failed_record_leaves_the_file_as_it_was(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = record(path, Ledger(), ROWS)
    before = Path(path).read_bytes()
    write_at = files.write_at

    def fill_the_disk(path: str, offset: int, data: bytes, **_: bool) -> None:
        write_at(path, offset, data[: len(data) // 2])
        monkeypatch.setattr(files, "write_at", write_at)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "write_at", fill_the_disk)
    with pytest.raises(OSError, match="No space left"):
        record(path, ledger, [row("index.html")])
    assert Path(path).read_bytes() == before
