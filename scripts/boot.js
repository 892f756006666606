// Decides when the reader (WASM) starts. Until it runs, and where it cannot, every link is a
// plain link to a printed page. This is all the code that a one-page visit downloads.

import { isInside, keepsFirstAddress } from "./inside.js";

const { reader, wasm, integrity, style, weight, site, worker, failed } = document.querySelector("script[data-words]").dataset;
const root = document.documentElement;
const { dataset } = root;
const connection = navigator.connection;
const isSlowLine = Boolean(connection?.saveData || /2g|3g/.test(connection?.effectiveType));
if (isSlowLine) dataset.line = "slow";
if (isInside) dataset.inside = "";

/** How long a tap is held for a reader that is there and wakes up, in milliseconds. */
const HOLD_WHILE_WAKING = 1000;
/** What WASM weighs where it is packed on its way. */
const PACKED = 0.36;

/** When the reader was asked for; nothing before. */
let startedAt;
let isDownloaded = false;
let heldLink;
/** The path of the page that was printed, or that a reader which broke left on screen. */
let path = location.pathname;
/** Ends listening for the reader's start: each listener more delays a tap. */
const listening = new AbortController();
const { signal } = listening;

// Nothing may become markup, and nothing but the worker a script (Trusted Types, W3C): what makes markup is missing.
globalThis.trustedTypes?.createPolicy("default", { createScriptURL: (url) => (url === worker ? url : null) });

async function wake() {
  // The paper's own data, and the CSS of all kinds of pages, come beside the reader.
  for (const [as, href] of [["fetch", site], ["style", style]]) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as, crossOrigin: "", href }));
  }
  // With `integrity` a fetch answers only when the last byte was checked.
  const [glue, response] = await Promise.all([import(reader), fetch(wasm, { integrity })]);
  isDownloaded = true;
  await glue.default({ module_or_path: response });
}

/** The reader says by this event, and by `data-reader="ready"` on the root, that it runs. */
addEventListener("reader-ready", () => {
  listening.abort();
  heldLink?.click();
  heldLink = undefined;
});

/** Whatever broke, and whenever: the page stays as it is, and its links are plain links from now on. */
function fail() {
  dataset.reader = "failed";
  listening.abort();
  follow();
  path = location.pathname;
  addEventListener("click", hold, true);
}

addEventListener("reader-failed", fail);
for (const sign of ["error", "unhandledrejection"]) {
  addEventListener(sign, ({ error, reason = error }) => startedAt && /\bwasm\b/.test(reason?.stack) && fail());
}

function start() {
  // A tool's page has no reader.
  if (!reader || startedAt || keepsFirstAddress) return;
  startedAt = performance.now();
  wake().catch(fail);
}

/** What an event happened in. */
const around = ({ target }, css) => (target instanceof Element ? target.closest(css) : null);
const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey }) => !(button || ctrlKey || metaKey || shiftKey || altKey);

const follow = () => heldLink && location.assign(heldLink.href);

/** How long a tap is worth holding: not at all when a page comes sooner than the rest of the reader, as this page came. */
function patience() {
  if (isDownloaded) return HOLD_WHILE_WAKING;
  const [page = {}] = performance.getEntriesByType("navigation");
  const { requestStart, responseStart, responseEnd, domInteractive, encodedBodySize, decodedBodySize } = page;
  const bytes = weight * (encodedBodySize < decodedBodySize ? PACKED : 1);
  const download = responseStart - requestStart + ((responseEnd - responseStart) * bytes) / encodedBodySize;
  const load = domInteractive - requestStart;
  // What is long overdue may never come.
  return Math.abs(startedAt + download - performance.now()) < load ? load : 0;
}

/** A tap while the reader wakes up is kept for it, but not for long; one that reached a broken reader would be lost. */
function hold(event) {
  if (!startedAt || event.defaultPrevented || !isPlain(event)) return;
  const link = around(event, "a[href]:not([target], [download], [rel~=external], [data-tool])");
  const isBroken = dataset.reader === "failed";
  if (link?.origin !== location.origin || (!isBroken && link.pathname === location.pathname)) return;
  const milliseconds = isBroken ? 1 : patience();
  if (!milliseconds) return;
  event.preventDefault();
  if (!heldLink || isBroken) setTimeout(follow, milliseconds);
  heldLink = link;
}

// Entries that a reader made, before a reload or before it broke, change the address without loading anything.
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
addEventListener("click", hold, { capture: true, signal });
addEventListener("keydown", start, { once: true, signal });
for (const sign of ["pointerover", "pointerdown", "focusin"]) {
  addEventListener(sign, (event) => around(event, "a[href], button, summary, input, select") && start(), { signal });
}

// The share sheet offers what the browser can do. It stands here, since sharing must work where the reader does not.
dataset.can = [navigator.share && "share", navigator.clipboard && "copy"].join(" ");
addEventListener("click", async (event) => {
  const button = around(event, "[data-share]");
  if (!button) return;
  // The page on screen, in its edition; neither the place in it nor where the reader came from.
  const { href: url } = document.querySelector("link[rel=canonical]");
  // Whoever closes the device's sheet has changed their mind.
  if (button.dataset.share === "sheet") return void navigator.share({ title: document.title, url }).catch(() => {});
  const said = await navigator.clipboard.writeText(url).then(() => "copied", () => "refused");
  button.parentElement.querySelector("output").textContent = button.dataset[said];
});

/** Makes a choice, which `early.js` applies and keeps. */
const choose = (detail) => dispatchEvent(new CustomEvent("choose", { detail }));

addEventListener("click", (event) => {
  const button = around(event, "[data-size-step]");
  if (button) {
    choose({ size: Math.min(Math.max(Number(dataset.size ?? 2) + Number(button.dataset.sizeStep), 1), 5) });
    button.parentElement.querySelector("output").textContent = dataset.size + " / 5";
  }
  // Who changes to another script means it for the next pages too.
  const edition = around(event, "a[hreflang][rel~=alternate]");
  if (edition) choose({ edition: edition.hreflang });
});

/** What is not needed to read is loaded when it is first asked for. */
const TOOLS = {
  embed: () => import("./tools/embed.js"),
  search: () => import("./tools/search.js"),
  saved: () => import("./tools/saved.js"),
  settings: () => import("./tools/settings.js"),
  listen: () => import("./tools/listen.js"),
  lightbox: () => import("./tools/lightbox.js"),
  player: () => import("./tools/player.js"),
};

/** Lets a tool fill its place, or do what its button says. */
async function use(place, name = place.dataset.tool) {
  delete place.dataset.failed;
  try {
    const tool = await TOOLS[name]();
    await tool.open(place);
  } catch (why) {
    // No network, or a newer paper: a link leads to a page, and beside a button it is said in words. Who presses it
    // again asks again; Firefox remembers a module that failed until the page is reloaded.
    console.warn(why);
    if (place.href) location.assign(place.href);
    else if (place !== root) tellFailure(place);
  }
}

/** The words stand where a style sheet shows them as long as the failure lasts. A tool's page has its own. */
function tellFailure(place) {
  place.dataset.failed = "";
  if (place.nextElementSibling?.className === "tool-failed") return;
  const said = document.createElement("output");
  said.className = "tool-failed";
  place.after(said);
  said.textContent = failed;
}

for (const place of document.querySelectorAll("div[data-tool]")) use(place);

addEventListener("click", (event) => {
  // A picture is its own button too.
  const button = around(event, "[data-tool]:not(div)") ?? around(event, ".article picture")?.parentElement.querySelector(".figure__open");
  if (!button || !isPlain(event)) return;
  event.preventDefault();
  // iOS lets only a tap begin to speak, and this tap is over when the tool is there.
  if (button.dataset.tool === "listen") globalThis.speechSynthesis?.speak(new SpeechSynthesisUtterance(""));
  use(button);
});

// A picture that was shared or reloaded is open again.
if (/^#picture-\d+$/.test(location.hash)) use(root, "lightbox");

function whenIdle(act) {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(act, { timeout: 3000 });
  else setTimeout(act, 300);
}

function afterLoad(act) {
  if (document.readyState === "complete") whenIdle(act);
  else addEventListener("load", () => whenIdle(act), { once: true });
}

if (!isSlowLine) afterLoad(start);
// What was read is remembered, and kept for a time without a network; on a slow line only where that costs nothing, or
// little beside the reader.
const remember = () => import("./tools/idle.js").catch((why) => console.warn(why));
if (!isSlowLine || navigator.serviceWorker?.controller) afterLoad(() => whenIdle(remember));
else addEventListener("reader-ready", () => whenIdle(remember));
