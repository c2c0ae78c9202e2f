"""What nobody foresaw, in a sentence: what the disk said, or in which line the program is at fault."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from site_builder.outcome import Built, in_words


def fault_of(path: Path) -> Exception:
    with pytest.raises(OSError, match="No such file") as raised:
        path.read_bytes()
    return raised.value


def test_the_disk_is_quoted_with_the_file(tmp_path: Path) -> None:
    assert in_words(fault_of(tmp_path / "gone")) == f"No such file or directory ({tmp_path / 'gone'})"
    assert in_words(OSError(errno.ENOSPC, "No space left on device")) == "No space left on device"


def test_a_fault_of_the_program_names_its_line() -> None:
    with pytest.raises(ZeroDivisionError) as raised:
        _ = 1 / 0
    line = raised.tb.tb_lineno
    assert (
        in_words(raised.value)
        == f"a fault of site-builder itself (ZeroDivisionError in test_outcome.py:{line}: division by zero)"
    )


def test_an_error_of_the_system_without_words_is_one_of_the_program() -> None:
    with pytest.raises(OSError, match="odd") as raised:
        raise OSError("odd")
    assert in_words(raised.value).startswith("a fault of site-builder itself (OSError in test_outcome.py:")


def test_one_file_is_one_file() -> None:
    assert Built(1, 19, 1, 1, 0, ()).summary == "1 match, 19 pages: 1 file written, 1 unchanged, 0 removed"
    assert Built(2, 19, 2, 1, 0, ()).summary == "2 matches, 19 pages: 2 files written, 1 unchanged, 0 removed"
