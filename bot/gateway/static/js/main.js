/** Starts the page: the choice of personas, or the chat of the one the address names. */

import { ApiError, fetchPersonas } from "./api.js";
import { ChatApp } from "./chat_app.js";
import { el, fill } from "./dom.js";
import { personaPicker } from "./persona_picker.js";
import { translator } from "./strings.js";
import { applyTheme } from "./theme.js";

const RETRY_MS = 2000;

async function start(root) {
  const { personas, bot } = await fetchPersonas();
  const wanted = new URLSearchParams(location.search).get("persona");
  const persona = personas.find(({ id }) => id === wanted);
  if (persona) {
    await new ChatApp(root, persona, bot).start();
  } else {
    fill(root, personaPicker(personas));
  }
}

/** The server may still be starting: say so and try again. */
async function startWhenReady(root) {
  try {
    await start(root);
  } catch (error) {
    if (!(error instanceof ApiError)) {
      throw error;
    }
    fill(
      root,
      el(
        "p",
        { class: "waiting", role: "status" },
        translator(navigator.language)(error.status === 0 ? "connecting" : "failed"),
      ),
    );
    setTimeout(() => startWhenReady(root), RETRY_MS);
  }
}

applyTheme();
startWhenReady(document.getElementById("app"));
