"""Files: what is listed, what is refused, and that nothing hangs."""

from __future__ import annotations

import os
import socket
from hashlib import sha256
from pathlib import Path

import pytest

from site_builder.content.model import Kind, SourceFile
from site_builder.content.sources import kind_of, list_sources, read_source
from source_files import empty_site, write


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return empty_site(tmp_path)


def listed(site: Path) -> list[str]:
    return [file.path.removeprefix("content/") for file in list_sources(site)[0]]


def codes(site: Path) -> dict[str, str]:
    return {p.place.path.removeprefix("content/"): p.code for p in list_sources(site)[1]}


def report(path: str) -> SourceFile:
    return SourceFile(f"content/{path}", Kind.MATCH, "", 1)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("matches/a.md", Kind.MATCH),
        ("matches/2021/b/a.MD", Kind.MATCH),
        ("matches/photo.jpg", Kind.STATIC),
        ("articles/a.md", Kind.ARTICLE),
        ("teams/a.md", Kind.TEAM),
        ("competitions/a.md", Kind.COMPETITION),
        ("people/a.md", Kind.PERSON),
        ("venues/a.md", Kind.VENUE),
        ("pages/club/a.md", Kind.PAGE),
        ("results/2021/a.txt", Kind.RESULTS),
        ("results/a.json", Kind.RESULTS),
        ("results/a.CSV", Kind.RESULTS),
        ("results/LICENSE", Kind.STATIC),
        ("static/a.md", Kind.STATIC),
        ("matches", Kind.STATIC),
        ("a.md", Kind.STATIC),
    ],
)
def test_the_first_folder_decides_the_kind(path: str, kind: Kind) -> None:
    assert kind_of(f"content/{path}") is kind


def test_files_are_listed_by_path_whatever_the_order_on_disk(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in ("matches/b.md", "matches/a/z.md", "matches/a.md", "teams/a.md", "logo.png"):
        write(site, path)
    expected = ["logo.png", "matches/a.md", "matches/a/z.md", "matches/b.md", "teams/a.md"]
    assert listed(site) == expected
    real = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: Reversed(list(real(path))))
    assert listed(site) == expected


class Reversed:
    """A folder that lists its entries the other way round."""

    def __init__(self, entries: list[os.DirEntry[str]]) -> None:
        self.entries = entries[::-1]

    def __enter__(self) -> list[os.DirEntry[str]]:
        return self.entries

    def __exit__(self, *_: object) -> None:
        pass


def test_static_files_carry_the_digest_of_their_bytes(site: Path) -> None:
    write(site, "a.png", b"picture" * 300_000)
    (file,), problems = list_sources(site)
    assert problems == ()
    assert file.digest == sha256(b"picture" * 300_000).hexdigest()[:32]
    assert file.size == 2_100_000


@pytest.mark.parametrize(
    "name",
    [
        ".#x.md",
        "x.md~",
        ".x.swp",
        "x.md.swp",
        "4913",
        ".DS_Store",
        "#x.md#",
        "Thumbs.db",
        ".hidden.md",
        "x.md.tmp",
        "___jb_tmp___",
    ],
)
def test_what_editors_leave_behind_is_passed_over(site: Path, name: str) -> None:
    write(site, f"matches/{name}")
    write(site, "matches/a.md")
    assert listed(site) == ["matches/a.md"]
    assert codes(site) == {}


def test_a_dot_folder_is_passed_over(site: Path) -> None:
    write(site, "matches/.git/config.md")
    assert listed(site) == []


def test_a_pipe_is_named_and_never_waited_for(site: Path) -> None:
    os.mkfifo(site / "content/matches/pipe.md")
    assert codes(site) == {"matches/pipe.md": "not-a-file"}
    data, problems = read_source(site, report("matches/pipe.md"))
    assert data is None
    assert [p.code for p in problems] == ["not-a-file"]


def test_a_socket_is_named(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site / "content/matches")  # the paths of sockets have to be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("a.md")
        assert codes(site) == {"matches/a.md": "not-a-file"}
        assert [p.code for p in read_source(site, report("matches/a.md"))[1]] == ["not-a-file"]


def test_links_are_followed_only_to_files_within_content(site: Path, tmp_path: Path) -> None:
    folder = site / "content/matches"
    outside = tmp_path / "outside.md"
    outside.write_text("secret")
    write(site, "matches/a.md", b"text")
    for name, target in {
        "inside.md": "a.md",
        "outside.md": str(outside),
        "dangling.md": "nothing.md",
        "loop.md": "pool.md",
        "pool.md": "loop.md",
        "up": "..",
        "folder": "../teams",
    }.items():
        (folder / name).symlink_to(target)
    write(site, "teams/b.md")
    assert listed(site) == ["matches/a.md", "matches/inside.md", "teams/b.md"]
    assert codes(site) == {
        "matches/outside.md": "link-out-of-content",
        "matches/dangling.md": "dangling-link",
        "matches/loop.md": "link-loop",
        "matches/pool.md": "link-loop",
        "matches/up": "link-loop",
        "matches/folder": "linked-folder",
    }
    assert read_source(site, report("matches/inside.md")) == (b"text", ())


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("outside.md", "link-out-of-content"),
        ("dangling.md", "vanished"),
        ("loop.md", "link-loop"),
        ("nothing.md", "vanished"),
        ("", "not-a-file"),
    ],
)
def test_what_became_something_else_since_it_was_listed_is_named(site: Path, name: str, code: str) -> None:
    folder = site / "content/matches"
    (site / "secret").write_text("secret")
    (folder / "outside.md").symlink_to(site / "secret")
    (folder / "dangling.md").symlink_to("nowhere")
    (folder / "loop.md").symlink_to("loop.md")
    data, problems = read_source(site, report(f"matches/{name}"))
    assert data is None
    assert [(p.code, p.is_error) for p in problems] == [(code, True)]


def test_content_itself_may_be_a_link(tmp_path: Path) -> None:
    write(tmp_path / "real", "matches/a.md")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/content").symlink_to(tmp_path / "real/content")
    assert listed(tmp_path / "site") == ["matches/a.md"]
    assert read_source(tmp_path / "site", report("matches/a.md")) == (b"x", ())


def test_what_is_too_large_is_named(site: Path) -> None:
    write(site, "matches/large.md", b"x" * (1024 * 1024 + 1))
    write(site, "matches/fits.md", b"x" * 1024 * 1024)
    write(site, "large.bin", b"x" * (1024 * 1024 + 1))
    assert listed(site) == ["large.bin", "matches/fits.md"]
    assert codes(site) == {"matches/large.md": "too-large"}
    data, problems = read_source(site, report("matches/large.md"))
    assert data is None
    assert [p.code for p in problems] == ["too-large"]


def test_bulk_results_may_be_larger(site: Path) -> None:
    write(site, "results/all.csv", b"x" * (1024 * 1024 + 1))
    assert listed(site) == ["results/all.csv"]


def test_what_may_not_be_read_is_named(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(site, "matches/a.md")
    write(site, "a.png")
    real = os.open

    def refuse(path: Path | str, flags: int) -> int:
        if Path(path).name.startswith("a."):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, flags)

    monkeypatch.setattr(os, "open", refuse)
    assert [p.code for p in read_source(site, report("matches/a.md"))[1]] == ["unreadable"]
    assert codes(site) == {"a.png": "unreadable"}
    assert listed(site) == ["matches/a.md"]


def test_a_folder_that_may_not_be_listed_is_named(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "matches":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert codes(site) == {"matches": "unreadable"}


def test_a_file_that_vanishes_while_it_is_listed_was_never_there(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = write(site, "matches/a.md")
    write(site, "matches/b.md")
    real = os.scandir

    class Vanishing(Reversed):
        def __exit__(self, *_: object) -> None:
            gone.unlink(missing_ok=True)

    monkeypatch.setattr(os, "scandir", lambda path: Vanishing(list(real(path))))
    files, problems = list_sources(site)
    assert [file.path for file in files] == ["content/matches/b.md"]
    assert problems == ()


@pytest.mark.parametrize("name", [b"\xff.md", b"a\nb.md", b"a\\b.md", "a\u202eb.md".encode()])
def test_names_that_no_address_can_hold_are_named(site: Path, name: bytes) -> None:
    os.close(os.open(os.fsencode(site / "content/matches") + b"/" + name, os.O_CREAT | os.O_WRONLY))
    files, problems = list_sources(site)
    assert files == ()
    assert [(p.code, p.place.path) for p in problems] == [("file-name", "content/matches")]
    problems[0].message.encode("ascii")


def test_a_missing_content_folder_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    files, problems = list_sources(tmp_path)
    assert files == ()
    assert [p.place.path for p in problems] == ["content"]


@pytest.mark.parametrize(
    ("path", "fix"),
    [
        ("match/a.md", "Move it to `content/matches/`."),
        ("Teams/a.md", "Move it to `content/teams/`."),
        ("about.md", "Move it to `content/pages/`."),
        ("posts/a.md", "Move it to `content/articles/`."),
        ("players/a.md", "Move it to `content/people/`."),
        ("results/README.md", "Move it to `content/pages/`."),
        ("matches/a.markdown", "Rename it to end in `.md`."),
    ],
)
def test_texts_that_would_be_published_raw_are_remarked_on(site: Path, path: str, fix: str) -> None:
    write(site, path)
    assert listed(site) == [path]
    assert [(p.code, p.fix, p.is_error) for p in list_sources(site)[1]] == [("stray-markdown", fix, False)]


def test_a_text_that_an_editor_called_a_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "content" / "matches").mkdir(parents=True)
    (tmp_path / "content" / "matches" / "final.md.txt").write_text("---\n---\n", encoding="utf-8")
    assert [(p.code, p.fix) for p in list_sources(tmp_path)[1]] == [("stray-markdown", "Rename it to end in `.md`.")]
