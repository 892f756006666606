// Starts the reader (WASM). It says by the events `reader-ready` and `reader-failed`, and by `data-reader` on the root,
// that it runs or that it broke; a broken one leaves the page as it is, with plain links.

import { keepsFirstAddress } from "../shared/inside.js";
import { around, dataset, idle, integrity, isSlowLine, reader, site, style, wasm } from "./page.js";

/** When the reader was asked for; nothing before, and once it was given up. */
export let startedAt;
export let isDownloaded = false;
/** Ends what is on its way for the reader. */
let download;
/** Ends listening for the reader's start: each listener more delays a tap. */
const listening = new AbortController();
export const { signal } = listening;

async function wake() {
  // The paper's own data, and the CSS of all kinds of pages, come beside the reader.
  for (const [as, href] of [["fetch", site], ["style", style]]) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as, crossOrigin: "", href }));
  }
  download = new AbortController();
  // With `integrity` a fetch answers only when the last byte was checked.
  const [glue, response] = await Promise.all([import(reader), fetch(wasm, { integrity, signal: download.signal })]);
  isDownloaded = true;
  await glue.default({ module_or_path: response });
}

function fail() {
  if (startedAt) dispatchEvent(new Event("reader-failed"));
}

function start() {
  // A tool's page has no reader.
  if (!reader || startedAt || keepsFirstAddress) return;
  startedAt = performance.now();
  wake().catch(fail);
}

/** Lets the line be for something else. Where that does not come, or is left again, the next sign starts anew. */
export function giveUp() {
  startedAt = undefined;
  download.abort();
}


addEventListener("reader-ready", () => listening.abort());
addEventListener("reader-failed", () => {
  dataset.reader = "failed";
  listening.abort();
});
// Whatever breaks, and whenever.
for (const sign of ["error", "unhandledrejection"]) {
  addEventListener(sign, ({ error, reason = error }) => /\bwasm\b/.test(reason?.stack) && fail());
}

addEventListener("keydown", start, { signal });
for (const sign of ["pointerover", "pointerdown", "focusin"]) {
  addEventListener(sign, (event) => around(event, "a[href], button, summary, input, select") && start(), { signal });
}
if (!isSlowLine) idle(start);
