"""Compiled templates kept between builds, to spare every start half a second of compiling.

What is kept here is run when it is read, as Python's own ``__pycache__`` is. So
it never lies in a site, into which others may have put files, nor in the cache
that a site's owner names or moves between machines: it lies in the user's own
cache, in a folder that belongs to the user and that nobody else may write to
(`code_folder`). Where there is no such folder templates are compiled each time.

A file that is truncated, altered, or written by another version of Python,
Jinja or site-builder is not used and soon replaced: the digest of the code is
checked before the code is loaded.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import os
import shutil
import stat
import sys
import tempfile
import time
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from site_builder import __version__

MOST_DAYS = 30
"""Folders of code that nobody has used for so long are removed."""
_VERSIONS = f"{__version__} {jinja2.__version__} {sys.implementation.cache_tag} {sys.version_info}"


def code_folder(about: str) -> Path | None:
    """The folder for the code of templates that are compiled by this program in this language; None where there is no safe one.

    ``about`` is a name for all that compiled code rests on besides the template's text.
    """
    home = os.environ.get("XDG_CACHE_HOME") or ""
    with contextlib.suppress(OSError, RuntimeError):
        base = (Path(home) if Path(home).is_absolute() else Path.home() / ".cache") / "site-builder" / "templates"
        folder = base / about
        is_new = not folder.is_dir()
        base.parent.parent.mkdir(parents=True, exist_ok=True)
        for own in (base.parent, base, folder):
            own.mkdir(mode=0o700, exist_ok=True)
            if not _is_own(own):
                return None
        os.utime(folder)
        if is_new:
            _tidy(base)
        return folder
    return None


def _is_own(folder: Path) -> bool:
    """Whether a folder, which may be no link, belongs to the user, and nobody else may write to it."""
    status = folder.lstat()
    return stat.S_ISDIR(status.st_mode) and (os.name != "posix" or (status.st_uid == os.getuid() and not status.st_mode & 0o022))


def _tidy(base: Path) -> None:
    """Remove folders of code that is no longer used: each is touched when its code is."""
    for folder in base.iterdir():
        if folder.stat().st_mtime < time.time() - MOST_DAYS * 86400:
            shutil.rmtree(folder, ignore_errors=True)


class CodeCache(BytecodeCache):
    """A folder with one file per compiled template, made on first use.

    A file is the digest of all that follows, and then the marshalled code. A
    folder that cannot be written to costs time, never the build.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket where the kept code is whole and of this source and these versions."""
        try:
            kept = self._path(bucket).read_bytes()
        except OSError:
            return
        digest, code = kept[:32], kept[32:]
        if digest == self._digest(bucket, code):
            bucket.code = marshal.loads(code)  # noqa: S302 - the digest says that this tool wrote it for this source

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the bucket's code: written beside and renamed, so that a reader never sees half a file."""
        code = marshal.dumps(bucket.code)
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.folder, prefix=".")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(self._digest(bucket, code) + code)
                Path(name).replace(self._path(bucket))
            except OSError:
                Path(name).unlink(missing_ok=True)

    def _path(self, bucket: Bucket) -> Path:
        return self.folder / f"{bucket.key}.code"

    @staticmethod
    def _digest(bucket: Bucket, code: bytes) -> bytes:
        about = f"{_VERSIONS}\n{bucket.key}\n{bucket.checksum}\n".encode()
        return hashlib.sha256(about + code).digest()
