/** The web chat protocol over HTTP, one method an endpoint; `persona` is in every path. */

/** A request the gateway refused: `status` 0 when it could not be reached, `message` its own words. */
export class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function request(path, options = {}) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new ApiError(0, "");
  }
  if (response.status === 401) {
    // The sign-in has ended (the server was started anew): its page asks for the secret again.
    location.reload();
  }
  const isJson = (response.headers.get("content-type") ?? "").includes("json");
  const body = isJson ? await response.json() : null;
  if (!response.ok) {
    throw new ApiError(response.status, body?.error ?? `HTTP ${response.status}`);
  }
  return body;
}

function sendJson(method, path, body) {
  return request(path, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** @returns {Promise<{personas: Array<Object>, bot: Object|null}>} */
export function fetchPersonas() {
  return request("/web/personas");
}

/** @returns {Promise<{now: string, offset_seconds: number}>} the assistant's clock. */
export function fetchClock() {
  return request("/web/clock");
}

/** @param {{now: string}|{advance_seconds: number}} change */
export function setClock(change) {
  return sendJson("POST", "/web/clock", change);
}

/** What one persona can do. */
export class PersonaApi {
  constructor(personaId) {
    this.base = `/web/${encodeURIComponent(personaId)}`;
  }

  get eventsUrl() {
    return `${this.base}/events`;
  }

  fileUrl(fileId) {
    return `${this.base}/files/${encodeURIComponent(fileId)}`;
  }

  chats() {
    return request(`${this.base}/chats`);
  }

  messages(chatId) {
    return request(`${this.base}/chats/${chatId}/messages`);
  }

  commands(chatId) {
    return request(`${this.base}/chats/${chatId}/commands`);
  }

  send(chatId, text, replyToMessageId) {
    const body = replyToMessageId ? { text, reply_to_message_id: replyToMessageId } : { text };
    return sendJson("POST", `${this.base}/chats/${chatId}/messages`, body);
  }

  edit(chatId, messageId, text) {
    return sendJson("PATCH", `${this.base}/chats/${chatId}/messages/${messageId}`, { text });
  }

  press(chatId, messageId, callbackData) {
    return sendJson("POST", `${this.base}/chats/${chatId}/messages/${messageId}/callback`, {
      data: callbackData,
    });
  }

  upload(chatId, { file, kind, caption }) {
    const form = new FormData();
    form.append("kind", kind);
    if (caption) {
      form.append("caption", caption);
    }
    form.append("file", file, file.name);
    return request(`${this.base}/chats/${chatId}/files`, { method: "POST", body: form });
  }

  inline(query, offset, signal) {
    const body = JSON.stringify({ query, offset });
    return request(`${this.base}/inline`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      signal,
    });
  }

  choose(inlineQueryId, resultId, chatId) {
    const query = `${this.base}/inline/${encodeURIComponent(inlineQueryId)}`;
    return sendJson("POST", `${query}/results/${encodeURIComponent(resultId)}`, { chat_id: chatId });
  }

  markRead(chatId) {
    return request(`${this.base}/chats/${chatId}/read`, { method: "POST" });
  }
}
