"""The lock of an output folder, which dies with the process that holds it."""

from __future__ import annotations

from filelock import BaseFileLock, FileLock, Timeout


def lock_at(path: str) -> BaseFileLock:
    """A lock that nobody has taken yet."""
    return FileLock(path, poll_interval=0.02)


def is_taken(lock: BaseFileLock, wait: float) -> bool:
    """Take it; whether nobody else held it for so many seconds. Raises OSError."""
    try:
        lock.acquire(timeout=wait)
    except Timeout:
        return False
    return True
