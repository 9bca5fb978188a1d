"""Files up and down: documents, photos, what the bot can fetch."""

import pytest

from bot.gateway import images
from bot.gateway.content import document_content
from bot.gateway.errors import ApiError
from bot.gateway.files import MAX_DOWNLOAD, MAX_PHOTO, MAX_STORED, MAX_UPLOAD, FileStore, Upload
from bot.gateway.personas import Persona
from tests.gateway.client import OFFICER, Api, RefusedError, png

JPEG = b"\xff\xd8" + b"\xff\xe0\0\x04\0\0" + b"\xff\xc0\0\x0b\x08" + (480).to_bytes(2, "big") + (640).to_bytes(2, "big")
GIF = b"GIF89a" + (640).to_bytes(2, "little") + (480).to_bytes(2, "little")
TO = {"chat_id": str(OFFICER)}


def document(content: bytes = b"BEGIN:VCALENDAR", name: str = "visit.ics") -> Upload:
    """Return a file as a client sends it."""
    return Upload(name, "text/calendar", content)


async def test_a_document_keeps_its_name_and_size(api: Api, officer: Persona) -> None:
    sent = await api.upload("sendDocument", "document", ("visit.ics", b"BEGIN"), **TO)
    assert (sent["document"]["file_name"], sent["document"]["file_size"]) == ("visit.ics", 5)


async def test_a_file_can_be_attached_under_another_name(api: Api, officer: Persona) -> None:
    """Bot API, InputFile: attach://NAME."""
    sent = await api.upload("sendDocument", "part", ("visit.ics", b"BEGIN"), document="attach://part", **TO)
    assert sent["document"]["file_name"] == "visit.ics"


async def test_an_attachment_that_is_not_there_is_refused(api: Api, officer: Persona) -> None:
    with pytest.raises(RefusedError, match="no file was attached as 'part'"):
        await api("sendDocument", chat_id=OFFICER, document="attach://part")


async def test_a_document_is_sent_again_by_its_id(api: Api, officer: Persona) -> None:
    """Bots FAQ: a file_id is persistent."""
    sent = await api.upload("sendDocument", "document", ("visit.ics", b"BEGIN"), **TO)
    again = await api("sendDocument", chat_id=OFFICER, document=sent["document"]["file_id"])
    assert again["document"] == sent["document"]


async def test_an_unknown_file_id_is_refused(api: Api, officer: Persona) -> None:
    """Server source: wrong file identifier/HTTP URL specified."""
    with pytest.raises(RefusedError, match="wrong file identifier/HTTP URL specified"):
        await api("sendDocument", chat_id=OFFICER, document="no-such-file")


async def test_a_file_of_another_kind_is_refused(api: Api, officer: Persona) -> None:
    sent = await api.upload("sendDocument", "document", ("visit.ics", b"BEGIN"), **TO)
    with pytest.raises(RefusedError, match="type of file mismatch"):
        await api("sendPhoto", chat_id=OFFICER, photo=sent["document"]["file_id"])


async def test_nothing_is_fetched_from_the_web(api: Api, officer: Persona) -> None:
    with pytest.raises(RefusedError, match="failed to get HTTP URL content"):
        await api("sendDocument", chat_id=OFFICER, document="https://example.org/visit.ics")


async def test_an_empty_file_is_refused(api: Api, officer: Persona) -> None:
    with pytest.raises(RefusedError, match="file must be non-empty"):
        await api.upload("sendDocument", "document", ("visit.ics", b""), **TO)


async def test_a_request_without_the_document_is_refused(api: Api, officer: Persona) -> None:
    with pytest.raises(RefusedError, match="there is no document in the request"):
        await api("sendDocument", chat_id=OFFICER)


@pytest.mark.parametrize(("length", "is_accepted"), [(1024, True), (1025, False)])
async def test_a_caption_has_at_most_1024_characters(
    api: Api, officer: Persona, length: int, is_accepted: bool
) -> None:
    """Bot API, sendDocument: caption 0-1024 characters after entities parsing."""
    caption = f"<b>{'ქ' * length}</b>"
    parameters = TO | {"caption": caption, "parse_mode": "HTML"}
    reply = await api.client.post(api.path("sendDocument"), data=parameters, files={"document": ("a", b"x")})
    expected = None if is_accepted else "Bad Request: message caption is too long"
    assert reply.json().get("description") == expected


async def test_a_photo_tells_its_size(api: Api, officer: Persona) -> None:
    sent = await api.upload("sendPhoto", "photo", ("a.png", png(640, 480)), **TO)
    assert (sent["photo"][0]["width"], sent["photo"][0]["height"]) == (640, 480)


async def test_a_photo_must_be_a_picture(api: Api, officer: Persona) -> None:
    with pytest.raises(RefusedError, match="IMAGE_PROCESS_FAILED"):
        await api.upload("sendPhoto", "photo", ("a.png", b"no picture"), **TO)


@pytest.mark.parametrize(
    ("width", "height", "is_accepted"),
    [(5000, 5000, True), (5001, 5000, False), (2000, 100, True), (2001, 100, False), (0, 100, False)],
)
async def test_a_photo_has_proportions_that_a_phone_can_show(
    api: Api, officer: Persona, width: int, height: int, is_accepted: bool
) -> None:
    """Bot API, sendPhoto: width and height at most 10000 in total, ratio at most 20."""
    reply = await api.client.post(api.path("sendPhoto"), data=TO, files={"photo": ("a.png", png(width, height))})
    expected = None if is_accepted else "Bad Request: PHOTO_INVALID_DIMENSIONS"
    assert reply.json().get("description") == expected


@pytest.mark.parametrize(
    ("content", "found"),
    [(png(3, 4), (3, 4)), (GIF, (640, 480)), (JPEG, (640, 480)), (JPEG[:9], None), (b"", None), (b"BM", None)],
    ids=["PNG", "GIF", "JPEG", "cut off", "nothing", "another format"],
)
def test_the_size_of_a_picture_is_read_from_its_head(content: bytes, found: tuple[int, int] | None) -> None:
    assert images.size(content) == found


def test_a_document_of_50_megabytes_is_accepted() -> None:
    """Bots FAQ: bots can send files of up to 50 MB."""
    assert document_content(FileStore(), document(bytes(MAX_UPLOAD)))["document"]["file_size"] == 50 * 2**20


def test_a_larger_document_is_refused() -> None:
    """Bots FAQ: bots can send files of up to 50 MB."""
    with pytest.raises(ApiError, match="file is too big"):
        document_content(FileStore(), document(bytes(MAX_UPLOAD + 1)))


async def test_a_photo_over_10_megabytes_is_refused(api: Api, officer: Persona) -> None:
    """Bot API, sendPhoto: at most 10 MB."""
    too_big = png(640, 480) + bytes(MAX_PHOTO)
    with pytest.raises(RefusedError, match="file is too big"):
        await api.upload("sendPhoto", "photo", ("a.png", too_big), **TO)


async def test_what_a_person_sends_can_be_downloaded(api: Api, officer: Persona) -> None:
    message = officer.send_file(document())
    found = await api("getFile", file_id=message["document"]["file_id"])
    reply = await api.client.get(f"/file{api.path(found['file_path'])}")
    assert reply.content == b"BEGIN:VCALENDAR"


@pytest.mark.parametrize(("size", "is_accepted"), [(MAX_DOWNLOAD, True), (MAX_DOWNLOAD + 1, False)])
async def test_the_bot_downloads_at_most_20_megabytes(api: Api, officer: Persona, size: int, is_accepted: bool) -> None:
    """Server source: MAX_DOWNLOAD_FILE_SIZE = 20 << 20."""
    message = officer.send_file(document(bytes(size)))
    reply = await api.client.get(api.path("getFile"), params={"file_id": message["document"]["file_id"]})
    expected = None if is_accepted else "Bad Request: file is too big"
    assert reply.json().get("description") == expected


async def test_a_download_needs_the_token(api: Api, officer: Persona) -> None:
    message = officer.send_file(document())
    found = await api("getFile", file_id=message["document"]["file_id"])
    assert (await api.client.get(f"/file/bot1:wrong/{found['file_path']}")).status_code == 401


async def test_an_unknown_path_is_not_found(api: Api) -> None:
    assert (await api.client.get(f"/file{api.path('documents/file_9.ics')}")).status_code == 404


def test_a_download_path_never_repeats_the_uploaded_name() -> None:
    assert FileStore().add("document", document(name="../../case.i/c s")).path == "documents/file_0.ics"


def test_the_oldest_files_go_when_the_store_is_full() -> None:
    files = FileStore()
    half = bytes(MAX_STORED // 2)
    first, second = files.add("document", document(half)), files.add("document", document(half))
    assert files.find(first.file_id)
    files.add("document", document(b"x"))
    with pytest.raises(ApiError, match="wrong file identifier"):
        files.find(first.file_id)
    assert files.find(second.file_id)
