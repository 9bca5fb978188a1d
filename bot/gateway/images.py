"""The size of a picture, read from its first bytes."""

import struct

PNG = b"\x89PNG\r\n\x1a\n"
GIF = (b"GIF87a", b"GIF89a")
JPEG = b"\xff\xd8"
# markers that begin a frame and so hold the size; 0xC4, 0xC8 and 0xCC are something else
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def size(content: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels; None when this is no PNG, GIF or JPEG."""
    try:
        if content.startswith(PNG):
            return _pair(struct.unpack_from(">II", content, 16))
        if content.startswith(GIF):
            return _pair(struct.unpack_from("<HH", content, 6))
        return _jpeg_size(content) if content.startswith(JPEG) else None
    except struct.error:
        return None


def _pair(numbers: tuple[int, ...]) -> tuple[int, int]:
    return numbers[0], numbers[1]


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Walk the segments up to the first frame."""
    place = len(JPEG)
    while place < len(content):
        marker, length = struct.unpack_from(">xBH", content, place)
        if marker in FRAMES:
            height, width = struct.unpack_from(">HH", content, place + 5)
            return width, height
        place += 2 + length
    return None
