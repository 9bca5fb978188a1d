"""What the search learns, kept between starts: read back while articles, phrases and code are the same.

The file holds pickled objects of our own, in a folder that only its owner may write: whoever could change it could as
well change the code. A folder that others may write is not used.
"""

import hashlib
import os
import pickle
import stat
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from knowledge.index import Document
from knowledge.search import Learned

SUFFIX = ".index"


def read_or_learn(documents: Sequence[Document], out_of_scope: Sequence[Document], folder: Path) -> Learned:
    """Return what is learned from documents and topics: read from the folder, or learned now and written there."""
    if not _is_private(folder):
        return Learned.of(documents, out_of_scope)
    path = folder / f"{key_of(documents, out_of_scope)}{SUFFIX}"
    known = read(path)
    if known is None:
        known = Learned.of(documents, out_of_scope)
        _write(path, known)
    return known


def read(path: Path) -> Learned | None:
    """Return what a file of such a folder holds; None where it is missing, damaged, or of other code."""
    try:
        with path.open("rb") as file:
            known = pickle.load(file)  # noqa: S301  # see the module's head
    except (OSError, EOFError, pickle.UnpicklingError, AttributeError, ImportError):
        return None
    return known if isinstance(known, Learned) else None


def key_of(documents: Sequence[Document], out_of_scope: Sequence[Document]) -> str:
    """Return what changes with the texts, the function words, or the code that reads them."""
    digest = hashlib.sha256(repr((documents, out_of_scope)).encode())
    package = Path(__file__).parent
    for path in (*sorted(package.glob("*.py")), package / "function_words.yaml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:32]


def _is_private(folder: Path) -> bool:
    """Make the folder if need be; tell whether it is ours and nobody else may write there."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.stat()
    except OSError:
        return False
    owner = getattr(os, "getuid", lambda: found.st_uid)()
    return found.st_uid == owner and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _write(path: Path, known: Learned) -> None:
    """Write beside the name and rename, so that nobody reads half a file; older ones go."""
    with suppress(OSError):
        half = path.with_suffix(f".{os.getpid()}")
        with half.open("wb") as file:
            pickle.dump(known, file, protocol=pickle.HIGHEST_PROTOCOL)
        half.replace(path)
        for other in path.parent.glob(f"*{SUFFIX}"):
            if other != path:
                other.unlink(missing_ok=True)
