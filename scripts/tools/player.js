// What another provider offers, in its own frame: loaded when a reader of the paper asked for it.

import { make } from "../shared/paper.js";

/** No more than a player needs: it may not lead the page away. */
const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-presentation";

/** Puts the player where the button stands. */
export function open(button) {
  const figure = button.closest("figure");
  // The provider's name stands before the title.
  const title = figure.querySelector(".embed__title").lastChild.textContent;
  const frame = make("iframe", { title, allow: "fullscreen", referrerPolicy: "no-referrer" });
  frame.setAttribute("sandbox", SANDBOX);
  frame.src = button.dataset.src;
  figure.querySelector(".embed__actions").before(frame);
  for (const part of figure.querySelectorAll(".can-load")) part.hidden = true;
  // Who came by keyboard goes on in the player, and not at the top of the page.
  frame.focus();
}
