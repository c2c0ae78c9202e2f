"""What reading a source rests on besides its bytes: one digest, so that whatever another reader has read counts for nothing.

In it are the version of this package, the files of the rooms that reading goes
through, as they lie on disk, and the versions of Python and of the packages
that take part. So an edit of the reader in a checkout is another reader without
anybody raising a number. Where a package is installed without its sources, the
versions alone stand for it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from site_builder import __version__, installed

PACKAGES = ("anyascii", "markdown", "msgspec", "nh3", "pydantic", "pydantic-core", "python-frontmatter", "pyyaml", "tzdata")
"""The packages whose work shows in what is read; a test holds them against the imports."""

ROOMS = ("content", "football", "incremental")
"""The rooms whose modules take part in reading; of the other modules `problems` does."""

_PACKAGE = Path(__file__).parent.parent


def version_of(package: Path) -> bytes:
    """The digest, with the sources of the package in that folder. Raises OSError."""
    known = f"{__version__} {sys.version} {[installed.version_of(name) for name in PACKAGES]}".encode()
    hasher = blake2b(known, digest_size=16)
    for path in _sources(package):
        data = path.read_bytes()
        hasher.update(f"\n{path.relative_to(package).as_posix()} {len(data)}\n".encode())
        hasher.update(data)
    return hasher.digest()


def _sources(package: Path) -> Iterator[Path]:
    yield from sorted(package.glob("problems.py"))
    for room in ROOMS:
        yield from sorted(path for path in (package / room).rglob("*") if path.suffix in {".py", ".toml"})


READER_VERSION = version_of(_PACKAGE)
"""That of this process. Taken as the modules are loaded: of a reader that is edited later, nothing here is known."""
