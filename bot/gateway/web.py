"""The web chat's JSON routes: what the page in the browser asks for, each in the name of a persona."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from urllib.parse import quote

from sse_starlette import EventSourceResponse
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.gateway.bodies import BodyError, json_body, number, word
from bot.gateway.chats import Chat
from bot.gateway.errors import ApiError
from bot.gateway.files import Upload
from bot.gateway.json_types import JsonObject
from bot.gateway.personas import Persona, PersonaError
from bot.gateway.world import World

INLINE_PATIENCE = 10.0
MAX_DIGITS = 20
PICTURES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
Handler = Callable[[Persona, Request], Awaitable[Response]]


class WebChat:
    """The routes of the web chat over one world."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[Route]:
        """Return the routes below /web."""
        chat = "/web/{persona}/chats/{chat_id}"
        table: list[tuple[str, str, Handler]] = [
            ("GET", "/web/{persona}/chats", self.chats),
            ("GET", f"{chat}/messages", self.messages),
            ("POST", f"{chat}/messages", self.say),
            ("PATCH", f"{chat}/messages/{{message_id:int}}", self.edit),
            ("POST", f"{chat}/messages/{{message_id:int}}/callback", self.call_back),
            ("GET", f"{chat}/commands", self.commands),
            ("POST", f"{chat}/files", self.upload),
            ("POST", f"{chat}/read", self.read),
            ("GET", "/web/{persona}/files/{file_id}", self.download),
            ("POST", "/web/{persona}/inline", self.inline),
            ("POST", "/web/{persona}/inline/{query_id}/results/{result_id:path}", self.choose),
            ("POST", "/web/{persona}/block", self.block),
            ("DELETE", "/web/{persona}/block", self.unblock),
            ("POST", f"{chat}/messages/{{message_id:int}}/reaction", self.react),
            ("POST", f"{chat}/members", self.invite),
            ("DELETE", f"{chat}/members/{{user_id:int}}", self.remove),
            ("GET", "/web/{persona}/events", self.events),
        ]
        routes = [Route(path, partial(self._serve, handler), methods=[verb]) for verb, path, handler in table]
        return [Route("/web/personas", self.personas), *routes]

    async def personas(self, _request: Request) -> Response:
        """Return who can be acted as, and the bot."""
        people = [
            {"id": profile.key, "user": profile.user(), "time_zone": profile.time_zone, "label": profile.label}
            for profile in self._world.cast.values()
        ]
        return JSONResponse({"personas": people, "bot": self._world.bot})

    async def chats(self, persona: Persona, _request: Request) -> Response:
        """Return the conversation list."""
        return JSONResponse([self._summary(chat, persona) for chat in persona.chats()])

    async def messages(self, persona: Persona, request: Request) -> Response:
        """Return a chat's messages."""
        return JSONResponse(persona.messages(_chat_id(request)))

    async def commands(self, persona: Persona, request: Request) -> Response:
        """Return the command menu of a chat."""
        return JSONResponse({"commands": persona.commands(_chat_id(request))})

    async def say(self, persona: Persona, request: Request) -> Response:
        """Send a text."""
        body = await json_body(request)
        reply_to = number(body, "reply_to_message_id")
        quoted = persona.message(reply_to, _chat_id(request)) if reply_to is not None else None
        message = persona.say(word(body, "text"), _chat_id(request), reply_to=quoted)
        return JSONResponse(message, 201)

    async def edit(self, persona: Persona, request: Request) -> Response:
        """Change a text of one's own."""
        text = word(await json_body(request), "text")
        return JSONResponse(persona.edit(_message(persona, request), text))

    async def call_back(self, persona: Persona, request: Request) -> Response:
        """Press a button; the answer comes as an event."""
        callback_data = word(await json_body(request), "data")
        press = persona.call_back(_message(persona, request), callback_data)
        return JSONResponse({"callback_query_id": press.query.query_id}, 202)

    async def upload(self, persona: Persona, request: Request) -> Response:
        """Send a file."""
        async with request.form(max_files=1) as form:
            chosen = form.get("file")
            if not isinstance(chosen, UploadFile):
                raise PersonaError("no file in the form field 'file'")
            media_type = chosen.content_type or "application/octet-stream"
            upload = Upload(chosen.filename or "file", media_type, await chosen.read())
            kind, caption = str(form.get("kind", "document")), str(form.get("caption", ""))
        return JSONResponse(persona.send_file(upload, kind, caption, _chat_id(request)), 201)

    async def read(self, persona: Persona, request: Request) -> Response:
        """Mark a chat as seen."""
        persona.read(_chat_id(request))
        return Response(status_code=204)

    async def download(self, _persona: Persona, request: Request) -> Response:
        """Send a file's bytes; only pictures may be shown in the page, all else is to be saved."""
        stored = self._world.files.find(request.path_params["file_id"])
        is_picture = stored.upload.media_type in PICTURES
        name = quote(stored.upload.name, safe="")
        headers = {"Content-Disposition": f"{'inline' if is_picture else 'attachment'}; filename*=UTF-8''{name}"}
        media_type = stored.upload.media_type if is_picture else "application/octet-stream"
        return Response(stored.upload.content, media_type=media_type, headers=headers)

    async def inline(self, persona: Persona, request: Request) -> Response:
        """Ask the bot in inline mode and wait for it."""
        body = await json_body(request)
        try:
            async with asyncio.timeout(INLINE_PATIENCE):
                answer = await persona.inline(word(body, "query"), word(body, "offset"))
        except TimeoutError:
            return _refusal("the bot did not answer in time", 504)
        return JSONResponse({
            "inline_query_id": answer.inline_query_id,
            "results": answer.results,
            "next_offset": answer.next_offset,
            "button": answer.button,
        })  # fmt: skip

    async def choose(self, persona: Persona, request: Request) -> Response:
        """Send an inline result into a chat."""
        chat_id = number(await json_body(request), "chat_id")
        where = request.path_params
        return JSONResponse(persona.choose(where["query_id"], where["result_id"], chat_id), 201)

    async def block(self, persona: Persona, _request: Request) -> Response:
        """Block the bot."""
        persona.block()
        return Response(status_code=204)

    async def unblock(self, persona: Persona, _request: Request) -> Response:
        """Take the block back."""
        persona.unblock()
        return Response(status_code=204)

    async def react(self, persona: Persona, request: Request) -> Response:
        """Put a reaction on a message; an empty one takes it back."""
        emoji = word(await json_body(request), "emoji")
        persona.react(_message(persona, request), emoji or None)
        return Response(status_code=204)

    async def invite(self, persona: Persona, request: Request) -> Response:
        """Add somebody to a group, by user id; the bot too."""
        user_id = number(await json_body(request), "user_id")
        persona.invite(user_id or 0, _chat_id(request))
        return Response(status_code=204)

    async def remove(self, persona: Persona, request: Request) -> Response:
        """Take somebody out of a group, or leave it oneself."""
        persona.remove(request.path_params["user_id"], _chat_id(request))
        return Response(status_code=204)

    async def events(self, persona: Persona, _request: Request) -> Response:
        """Stream what happens in the persona's chats."""
        return EventSourceResponse(self._stream(persona.user_id))

    def _summary(self, chat: Chat, persona: Persona) -> JsonObject:
        """Return a line of the conversation list; the private chat bears the bot's name."""
        name = self._world.profile.text("name", persona.profile.locale) or self._world.bot["first_name"]
        title = name if chat.is_private else chat.title
        unread = chat.unread(persona.user_id)
        return {"chat": chat.fields, "title": title, "unread": unread, "last_message": chat.last_message()}

    async def _stream(self, user_id: int) -> AsyncIterator[dict[str, str]]:
        async for event in self._world.events.open(user_id):
            yield event.encode()

    async def _serve(self, handler: Handler, request: Request) -> Response:
        """Answer in the name of the persona in the path, and say what a person's client would refuse."""
        try:
            persona = Persona(self._world, request.path_params["persona"])
        except PersonaError as error:
            return _refusal(str(error), 404)
        try:
            return await handler(persona, request)
        except (PersonaError, BodyError, ApiError) as error:
            return _refusal(str(error), 400)


def _chat_id(request: Request) -> int:
    """Return the chat in the path; groups have negative ids."""
    text = request.path_params["chat_id"]
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) < MAX_DIGITS):
        raise PersonaError("the chat's id must be a number")
    return int(text)


def _message(persona: Persona, request: Request) -> JsonObject:
    """Return the message in the path."""
    return persona.message(request.path_params["message_id"], _chat_id(request))


def _refusal(reason: str, status: int) -> Response:
    return JSONResponse({"error": reason}, status)
