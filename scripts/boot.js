// Decides when the reader (WASM) starts. Until it runs, and where it cannot, every link is a
// plain link to a printed page. This is all the code that a one-page visit downloads.

const { reader, wasm, integrity, worker } = document.querySelector("script[data-words]").dataset;
const connection = navigator.connection;
const isSlowLine = Boolean(connection?.saveData || /2g|3g/.test(connection?.effectiveType));

/** How long a tap is held for the reader, in milliseconds: a plain link is the better answer after that. */
const HOLD_WHILE_DOWNLOADING = isSlowLine ? 0 : 500;
const HOLD_WHILE_WAKING = 3000;

let started;
let isDownloaded = false;
let isReady = false;
let heldLink;
/** Ends all listening here: the reader listens for itself, and each listener more delays a tap. */
const listening = new AbortController();
const { signal } = listening;

// Leptos makes DOM from compile-time templates through `template.innerHTML`; nothing else may
// become markup, and nothing at all may become a script (Trusted Types, W3C).
const ACTIVE_MARKUP = /<\s*\/?\s*(?:script|iframe|object|embed|base|meta|link|form)\b|[\s"'/]on[a-z]+\s*=|javascript:|srcdoc/i;
globalThis.trustedTypes?.createPolicy("default", {
  createHTML(markup) {
    if (ACTIVE_MARKUP.test(markup)) throw new TypeError("active markup was refused");
    return markup;
  },
  createScriptURL(url) {
    if (!worker || url !== worker) throw new TypeError("a script was refused");
    return url;
  },
});

async function wake() {
  // With `integrity` a fetch answers only when the last byte was checked.
  const [glue, response] = await Promise.all([import(reader), fetch(wasm, { integrity })]);
  isDownloaded = true;
  await glue.default({ module_or_path: response });
}

/** The reader says by this event, and by `data-reader="ready"` on the root, that it runs. */
addEventListener("reader-ready", () => {
  isReady = true;
  listening.abort();
  heldLink?.click();
  heldLink = undefined;
});

function start() {
  // A tool's page has no reader.
  if (reader) started ??= wake().catch(() => {
    // The printed page stays as it is.
    document.documentElement.dataset.reader = "failed";
    if (heldLink) location.assign(heldLink.href);
  });
}

function linkOf(event) {
  return event.target instanceof Element ? event.target.closest("a[href], button, summary, input, select") : null;
}

/** A tap while the reader is waking up is kept for it, but not for long. */
function hold(event) {
  if (!started || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest("a[href]:not([target], [download], [rel~=external], [data-tool])") : null;
  const patience = isDownloaded ? HOLD_WHILE_WAKING : HOLD_WHILE_DOWNLOADING;
  const leavesPage = link?.origin === location.origin && link.pathname !== location.pathname;
  if (!leavesPage || !patience || document.documentElement.dataset.reader) return;
  event.preventDefault();
  if (!heldLink) setTimeout(() => isReady || location.assign(heldLink.href), patience);
  heldLink = link;
}

// Entries that an earlier reader made (before a reload) change the address without loading anything.
const printedPath = location.pathname;
addEventListener("popstate", () => {
  if (location.pathname !== printedPath) location.reload();
}, { signal });

addEventListener("click", hold, { capture: true, signal });
addEventListener("keydown", start, { once: true, passive: true, signal });
for (const sign of ["pointerover", "pointerdown", "focusin"]) {
  addEventListener(sign, (event) => linkOf(event) && start(), { passive: true, signal });
}

// The share sheet offers what the browser can do. It stands here, since sharing must work where the reader does not.
document.documentElement.dataset.can = [navigator.share && "share", navigator.clipboard && "copy"].join(" ");
addEventListener("click", async ({ target }) => {
  const button = target instanceof Element ? target.closest("[data-share]") : null;
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

const root = document.documentElement;
const { dataset } = root;
if (isSlowLine) dataset.line = "slow";
addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  const button = target.closest("[data-size-step]");
  if (button) {
    choose({ size: Math.min(Math.max(Number(dataset.size ?? 2) + Number(button.dataset.sizeStep), 1), 5) });
    button.parentElement.querySelector("output").textContent = dataset.size + " / 5";
  }
  // Who changes to another script means it for the next pages too.
  const edition = target.closest("a[hreflang][rel~=alternate]");
  if (edition) choose({ edition: edition.hreflang });
});

// A device that has no voice for an article's language offers no reading aloud.
function noteVoices() {
  const voices = globalThis.speechSynthesis;
  if (!voices) return;
  const note = () => (dataset.voices = [...new Set(voices.getVoices().map(({ lang }) => lang.split(/[-_]/)[0]))].join(" "));
  note();
  voices.addEventListener?.("voiceschanged", note);
}

/** What is not needed to read is loaded when it is first asked for. */
const TOOLS = {
  embed: () => import("./tools/embed.js"),
  search: () => import("./tools/search.js"),
  saved: () => import("./tools/saved.js"),
  settings: () => import("./tools/settings.js"),
  listen: () => import("./tools/listen.js"),
  lightbox: () => import("./tools/lightbox.js"),
};

/** Lets a tool fill its place, or do what its button says. */
async function use(place, name = place.dataset.tool) {
  try {
    const tool = await TOOLS[name]();
    await tool.open(place);
  } catch (why) {
    // No network, or a newer paper: a link leads to a page, and a page says in words what else can be done.
    console.warn(why);
    if (place.href) location.assign(place.href);
    else place.dataset.failed = name;
  }
}

for (const place of document.querySelectorAll("div[data-tool]")) use(place);

addEventListener("click", (event) => {
  if (!(event.target instanceof Element)) return;
  // A picture is its own button too.
  const button = event.target.closest("[data-tool]:not(div)") ?? event.target.closest(".article picture")?.parentElement.querySelector(".figure__open");
  if (!button || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
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

afterLoad(noteVoices);
if (!isSlowLine) afterLoad(start);
// What was read is remembered, and kept for a time without a network; on a slow line only where that costs nothing, or
// little beside the reader.
const remember = () => import("./tools/idle.js").catch((why) => console.warn(why));
if (!isSlowLine || navigator.serviceWorker?.controller) afterLoad(() => whenIdle(remember));
else addEventListener("reader-ready", () => whenIdle(remember));
