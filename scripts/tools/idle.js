// What each page begins when it is idle; on a slow line only where the worker has it already.

import "./visit.js";

/** News is looked for after a while: a page that has just come is new. */
const FRESH = 10_000;
/** How long a selection stands before it is offered to be quoted, in milliseconds. */
const SELECTED = 500;

/** Loads a tool and opens it; without it the page is as it was. */
const begin = (tool) => tool().then(({ open }) => open()).catch((why) => console.warn(why));

const hasNews = document.querySelector("script[data-reader]") && document.documentElement.dataset.line !== "slow";
if (hasNews) setTimeout(() => begin(() => import("./news.js")), FRESH);

let selecting;
function offerToQuote() {
  clearTimeout(selecting);
  const { isCollapsed, anchorNode } = getSelection();
  if (!isCollapsed && anchorNode?.parentElement.closest(".page:not([hidden]) .article__body")) selecting = setTimeout(() => begin(() => import("./quote.js")), SELECTED);
}
document.addEventListener("selectionchange", offerToQuote);
// What was selected while this was on its way.
offerToQuote();

// A device that has no voice for an article's language offers no reading aloud.
const voices = globalThis.speechSynthesis;
function noteVoices() {
  const languages = voices.getVoices().map(({ lang }) => lang.split(/[-_]/)[0]);
  document.documentElement.dataset.voices = [...new Set(languages)].join(" ");
}
if (voices) noteVoices();
voices?.addEventListener?.("voiceschanged", noteVoices);
