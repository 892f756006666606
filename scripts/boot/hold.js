// A tap while the reader wakes up is kept for it, but not for long; one that reached a broken reader would be lost.

import { around, dataset, isPlain, weight } from "./page.js";
import { giveUp, isDownloaded, signal, startedAt } from "./reader.js";

/** How long a tap is held for a reader that is there and wakes up, in milliseconds. */
const HOLD_WHILE_WAKING = 1000;
/** What WASM weighs where it is packed on its way. */
const PACKED = 0.36;

let heldLink;
const follow = () => heldLink && location.assign(heldLink.href);

/** How long a tap is worth holding: not at all when a page comes sooner than the rest of the reader, as this page came. */
function patience() {
  if (isDownloaded) return HOLD_WHILE_WAKING;
  const [page = /** @type {any} */ ({})] = performance.getEntriesByType("navigation");
  const { requestStart, responseStart, responseEnd, domInteractive, encodedBodySize, decodedBodySize } = page;
  const bytes = /** @type {any} */ (weight) * (encodedBodySize < decodedBodySize ? PACKED : 1);
  const download = responseStart - requestStart + ((responseEnd - responseStart) * bytes) / encodedBodySize;
  const load = domInteractive - requestStart;
  // What is long overdue may never come.
  return Math.abs(startedAt + download - performance.now()) < load ? load : 0;
}

function hold(event) {
  if (!startedAt || event.defaultPrevented || !isPlain(event)) return;
  const link = around(event, "a[href]:not([target], [download], [rel~=external], [data-tool])");
  const isBroken = dataset.reader === "failed";
  if (link?.origin !== location.origin || (!isBroken && link.pathname === location.pathname)) return;
  const milliseconds = isBroken ? 1 : patience();
  if (milliseconds) {
    event.preventDefault();
    if (!heldLink || isBroken) setTimeout(follow, milliseconds);
    heldLink = link;
  } else {
    heldLink = undefined;
    giveUp();
  }
}

addEventListener("click", hold, { capture: true, signal });
addEventListener("reader-ready", () => {
  heldLink?.click();
  heldLink = undefined;
});
addEventListener("reader-failed", () => {
  follow();
  addEventListener("click", hold, true);
});
