// A picture alone, as large as the screen. One swipes by the browser's own scrolling from picture to picture, and
// pinches by its own zoom. Which picture is open stands in the address: `#picture-2`.

import css from "../../style/tools/lightbox.css";
import { adopt, make, scrolling, words as wordsOf } from "../shared/paper.js";

let words;
let dialog;
/** Whether the entry of the history is ours: closing goes back. */
let hasEntry = false;

const figures = () => [...document.querySelectorAll(".page:not([hidden]) .article figure:has(picture)")];
const numberIn = (hash) => Number(/^#picture-(\d+)$/.exec(hash)?.[1] ?? 0);
const slides = () => [...dialog.querySelectorAll("li")];
const here = () => Math.round(strip().scrollLeft / Math.max(strip().clientWidth, 1));
const strip = () => dialog.querySelector("ul");

function slide(figure) {
  const picture = figure.querySelector("picture").cloneNode(true);
  for (const source of picture.querySelectorAll("[sizes]")) source.setAttribute("sizes", "100vw");
  const words = figure.querySelector("figcaption");
  const caption = make("p", { className: "lightbox__caption", lang: figure.closest("[lang]").lang });
  if (words) caption.append(...[...words.childNodes].map((node) => node.cloneNode(true)));
  return make("li", {}, picture, caption);
}

function goTo(number, behavior = "auto") {
  slides()[number]?.scrollIntoView({ behavior, block: "nearest", inline: "start" });
}

function step(by) {
  goTo(Math.min(Math.max(here() + by, 0), slides().length - 1), scrolling());
}

/** Says which picture it is, and puts it into the address. */
function follow() {
  if (!dialog.open) return;
  const [number, count] = [here(), slides().length];
  dialog.querySelector("output").textContent = `${number + 1} / ${count}`;
  const [back, on] = dialog.querySelectorAll("[data-step]");
  for (const [button, isAtEnd] of [[back, number === 0], [on, number === count - 1]]) {
    // A button that is disabled would lose the keyboard.
    if (isAtEnd && button === document.activeElement) strip().focus({ preventScroll: true });
    button.disabled = isAtEnd;
  }
  if (numberIn(location.hash) !== number + 1) history.replaceState(history.state, "", `#picture-${number + 1}`);
}

function close() {
  if (!dialog.open) return;
  dialog.close();
  if (hasEntry && numberIn(location.hash)) history.back();
  else if (numberIn(location.hash)) history.replaceState(history.state, "", location.pathname + location.search);
  hasEntry = false;
}

function makeDialog() {
  const button = (text, act, properties = {}) => {
    const button = make("button", { type: "button", textContent: text, ...properties });
    button.addEventListener("click", act);
    return button;
  };
  const back = button(words.back, () => step(-1));
  const on = button(words.on, () => step(1));
  back.dataset.step = "-1";
  on.dataset.step = "1";
  const bar = make("header", {}, make("output"), back, on, button(words.close, close));
  dialog = make("dialog", { className: "lightbox" }, bar, make("ul"));
  dialog.setAttribute("aria-label", words.title);
  strip().tabIndex = 0;
  strip().addEventListener("scroll", () => requestAnimationFrame(follow), { passive: true });
  dialog.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by) return;
    // Else the strip is scrolled by a few pixels, too.
    event.preventDefault();
    step(by);
  });
  // Escape, and the phone's own gesture to go back.
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    close();
  });
  document.body.append(dialog);
  addEventListener("popstate", () => {
    const number = numberIn(location.hash);
    if (!number && dialog.open) {
      hasEntry = false;
      dialog.close();
    }
    if (number && !dialog.open) show(number - 1);
  });
  addEventListener("page-shown", () => dialog.close());
}

function show(number) {
  const all = figures();
  if (!all[number]) return;
  strip().replaceChildren(...all.map(slide));
  // Buttons that lead nowhere are not there.
  dialog.classList.toggle("is-alone", all.length === 1);
  dialog.showModal();
  goTo(number);
  follow();
  dialog.querySelector("header").lastChild.focus();
}

/** Opens the picture of a button, or the one in the address. */
export async function open(place) {
  words = await wordsOf("lightbox");
  adopt(css);
  if (!dialog) makeDialog();
  const number = place.matches(".figure__open") ? figures().indexOf(place.closest("figure")) : numberIn(location.hash) - 1;
  if (number < 0) return;
  if (!numberIn(location.hash)) {
    history.pushState(history.state, "", `#picture-${number + 1}`);
    hasEntry = true;
  }
  show(number);
}
