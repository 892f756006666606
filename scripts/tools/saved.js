// What the reader of the paper keeps: fills `/saved/`, and does what the buttons say that save.

import saveButton from "../../style/tools/save_button.css";
import { employ } from "../shared/worker_client.js";
import { adopt, headlineOf, words, worker } from "../shared/paper.js";
import { listAll } from "../saved/saved_page.js";
import { removeArticle, saveArticle, whyNot } from "../saved/saving.js";
import { isSaved, mayKeep } from "../saved/shelf.js";

/** Fills a place, or does what a button says. */
export async function open(place) {
  // Another page may be on screen when the words are there.
  const href = location.pathname;
  const say = await words("saved");
  if (place.localName === "div") return listAll(place, say);
  const isForbidden = !worker || !("caches" in globalThis) || !mayKeep();
  adopt(saveButton);
  if (place.dataset.section) return (await import("../saved/save_section.js")).openSection(place, say, isForbidden);
  return tell(place, isForbidden ? say.forbidden : await toggle(place, href, say));
}

/** Saves an article, or removes it. What it says is what happened. */
async function toggle(button, href, say) {
  if (button.dataset.state === "saving") return say.saving;
  if (isSaved(href)) {
    // Perhaps it did not look so: on a slow line nobody marks the button.
    const wasShown = button.dataset.state === "saved";
    if (wasShown) await removeArticle(href);
    button.dataset.state = wasShown ? "" : "saved";
    return wasShown ? say.removed : say.saved;
  }
  button.dataset.state = "saving";
  tell(button, say.saving);
  navigator.storage?.persist?.().catch(() => {});
  employ(true).catch((why) => console.info(String(why)));
  try {
    await saveArticle({ id: href.split("/").at(-2), href, headline: headlineOf(button.closest("article")) });
    button.dataset.state = "saved";
    return say.saved;
  } catch (why) {
    button.dataset.state = "";
    return whyNot(why, say);
  }
}

/** Says it beside the button, for eyes and screen readers. */
function tell(button, text) {
  const header = button.closest(".article__header");
  let said = header.querySelector(".save-said");
  if (!said) {
    said = document.createElement("output");
    said.className = "save-said";
    header.append(said);
  }
  said.textContent = text;
}
