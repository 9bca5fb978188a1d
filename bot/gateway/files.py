"""Files that were uploaded, by either side, in memory."""

import itertools
import secrets
from dataclasses import dataclass

from bot.gateway.errors import bad_request
from bot.gateway.json_types import JsonObject

MAX_UPLOAD = 50 * 1024 * 1024
MAX_PHOTO = 10 * 1024 * 1024
MAX_DOWNLOAD = 20 * 1024 * 1024
# bytes in all; beyond, the oldest files are forgotten, so that uploads cannot use up the memory
MAX_STORED = 512 * 1024 * 1024


@dataclass(frozen=True)
class Upload:
    """A file as it came in a request."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True)
class StoredFile:
    """A file that can be referred to by its id."""

    file_id: str
    unique_id: str
    kind: str
    path: str
    upload: Upload

    def describe(self) -> JsonObject:
        """Return the fields that all Bot API objects for files have."""
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.upload.content)}


class FileStore:
    """All files, by id and by download path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self._numbers = itertools.count()
        self._size = 0

    def add(self, kind: str, upload: Upload) -> StoredFile:
        """Keep a file.

        Args:
            kind: document, photo, voice or sticker.
            upload: the file; its name is kept, the download path does not use it.
        """
        number = next(self._numbers)
        suffix = "".join(character for character in upload.name.rpartition(".")[2][:8] if character.isalnum())
        path = f"{kind}s/file_{number}.{suffix or 'bin'}"
        stored = StoredFile(secrets.token_urlsafe(48), secrets.token_urlsafe(12), kind, path, upload)
        self._by_id[stored.file_id] = self._by_path[path] = stored
        self._size += len(upload.content)
        self._make_room()
        return stored

    def find(self, file_id: str) -> StoredFile:
        """Return the file of an id.

        Raises:
            ApiError: 400; there is no such file.
        """
        if file_id not in self._by_id:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return self._by_id[file_id]

    def at(self, path: str) -> StoredFile | None:
        """Return the file of a download path, None if there is none."""
        return self._by_path.get(path)

    def _make_room(self) -> None:
        """Forget the oldest files until the rest fits."""
        while self._size > MAX_STORED:
            oldest = self._by_id.pop(next(iter(self._by_id)))
            del self._by_path[oldest.path]
            self._size -= len(oldest.upload.content)
