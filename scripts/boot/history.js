// Entries that a reader made, before a reload or before it broke, change the address without loading anything.

import { dataset } from "./page.js";

/** The path of the page that was printed, or that a reader which broke left on screen. */
let path = location.pathname;
addEventListener("reader-failed", () => (path = location.pathname));
addEventListener("popstate", (event) => {
  if (dataset.reader === "ready" || location.pathname === path) return;
  event.stopImmediatePropagation();
  location.reload();
});

/** Where the first click of two was: the second is not meant for the page that the first one opened. */
let clickedOn;
addEventListener("click", (event) => {
  if (event.detail < 2) clickedOn = location.pathname;
  else if (clickedOn !== location.pathname) {
    event.preventDefault();
    event.stopPropagation();
  }
}, true);
