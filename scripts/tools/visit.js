// Runs on each page when it is idle: remembers what is read and how far, marks headlines that were read, offers the
// place where one stopped, and lets the worker keep what was seen. All of it stays on this device.

import saveButton from "../../style/tools/save_button.css";
import css from "../../style/tools/visit.css";
import { employ, keepShown } from "../shared/worker_client.js";
import { adopt, headlineOf, make, shown, words } from "../shared/paper.js";
import { isSaved, noteRead, read } from "../saved/shelf.js";

/** Where the eyes are, from the top of the window. */
const LINE = 1 / 3;
/** How often it is looked where the reader is, in milliseconds. */
const PAUSE = 400;

/** Who stays so long on a page that was opened in place may want it again: it is kept as a page then. */
const STAY = 1500;

/** The article on screen and the place in it: `{ id, anchor, part }`. */
let here;
const root = document.documentElement;
let isDue = false;
let offer;
let stay;

/** The address of an article's page ends with its id. */
const idOf = (path) => path.split("/").at(-2);

function arrive() {
  leave();
  offer?.remove();
  const id = idOf(location.pathname);
  const article = shown("article.article");
  here = id && article ? { id } : undefined;
  if (here) {
    const known = read().find((article) => article.id === id);
    noteRead({ id, href: location.pathname, headline: headlineOf(article), at: Date.now() });
    if (known?.anchor && !location.hash && scrollY < innerHeight * LINE) offerPlace(known);
  }
  mark();
  look();
}

/** Marks the headlines of articles that were read, and the button of one that was saved. */
function mark() {
  const ids = new Set(read().map(({ id }) => id));
  for (const link of document.querySelectorAll("main :is(h2, h3, li) > a[href*='/article/']")) {
    link.toggleAttribute("data-read", ids.has(idOf(link.pathname)));
  }
  const button = shown(".save-button");
  if (isSaved(location.pathname)) button?.setAttribute("data-state", "saved");
  else if (button?.dataset.state === "saved") delete button.dataset.state;
}

/** Tells which block of which article is read, none where it begins: the QR code follows (`src/reader/place.rs`). */
function tell(anchor = "") {
  const reading = `${here.id}#${anchor}`;
  if (root.dataset.reading === reading) return;
  root.dataset.reading = reading;
  dispatchEvent(new Event("reading"));
}

/** Looks where the reader is; at the end of the body there is no place to go back to. */
function look() {
  isDue = false;
  const body = here && shown(".article__body");
  // The next page may be there before it is told of.
  if (!body || !location.pathname.endsWith(`/${here.id}/`)) return;
  const blocks = [...body.querySelectorAll("[id]")];
  const isBegun = scrollY >= innerHeight * LINE;
  const passed = blocks.filter((block) => isBegun && block.getBoundingClientRect().top <= innerHeight * LINE);
  tell(passed.at(-1)?.id);
  if (!isBegun) return;
  const isDone = body.getBoundingClientRect().bottom <= innerHeight;
  Object.assign(here, { anchor: isDone ? null : (passed.at(-1)?.id ?? null), part: isDone ? 1 : passed.length / blocks.length });
}

/** Notes the place, unless the article was only opened, or was forgotten meanwhile. */
function leave() {
  if (here?.part === undefined) return;
  if (read().some(({ id }) => id === here.id)) noteRead(here);
}

async function offerPlace({ anchor, part }) {
  const place = () => shown(`.article__body [id="${CSS.escape(anchor)}"]`);
  if (!place()) return;
  const asked = here;
  const say = await words("saved");
  if (here !== asked) return;
  const go = make("button", { type: "button", className: "resume__go" }, `${say.resume} · ${Math.round(100 * part)}%`);
  const close = make("button", { type: "button", className: "resume__close", ariaLabel: say.close }, "×");
  offer = make("aside", { className: "resume", ariaLabel: say.resume }, go, close);
  close.addEventListener("click", () => offer.remove());
  go.addEventListener("click", () => {
    const block = place();
    offer.remove();
    block.tabIndex = -1;
    block.focus({ preventScroll: true });
    block.scrollIntoView({ block: "start" });
  });
  document.body.append(offer);
}

root.dataset.remembers = "";
adopt(css);
adopt(saveButton);
addEventListener("scroll", () => isDue || (isDue = Boolean(setTimeout(look, PAUSE))), { passive: true });
for (const sign of ["pagehide", "visibilitychange"]) addEventListener(sign, () => (look(), leave()));
addEventListener("page-shown", () => {
  arrive();
  clearTimeout(stay);
  stay = setTimeout(keepShown, STAY);
  // What stands below the first screen comes a moment later.
  setTimeout(mark, PAUSE);
});
// A page that the browser itself kept for going back.
addEventListener("pageshow", ({ persisted }) => persisted && arrive());
arrive();
employ().catch((why) => console.info(String(why)));
