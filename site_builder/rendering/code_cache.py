"""Compiled templates kept between builds, to spare every start some 100 ms of compiling.

A file that is truncated, altered, or written by another version of Python,
Jinja or site-builder is not used and soon replaced. Nothing is unpickled:
the digest of the code is checked before the code is loaded.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import os
import sys
import tempfile
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from site_builder import __version__

_VERSIONS = f"{__version__} {jinja2.__version__} {sys.implementation.cache_tag} {sys.version_info}"


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
