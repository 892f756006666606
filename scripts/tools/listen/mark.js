// Marks the sentence that is read: without touching the page where the browser can (CSS Custom Highlight API), else
// its whole paragraph.

import { scrolling } from "../../shared/paper.js";

let marked;

/** Marks a sentence, and keeps it in view. */
export function mark({ block, range }) {
  unmark();
  if (globalThis.Highlight) CSS.highlights.set("spoken", new Highlight(range));
  else block.classList.add("is-spoken");
  marked = block;
  const { top, bottom } = range.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight * 0.75) scrollBy({ top: top - innerHeight * 0.3, behavior: scrolling() });
}

/** Takes the mark away. */
export function unmark() {
  globalThis.CSS?.highlights?.delete("spoken");
  marked?.classList.remove("is-spoken");
}
