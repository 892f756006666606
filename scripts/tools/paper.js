// The paper that all tools work for, and their words in its script.

/** The paper, as it stands in each page. */
export const { site } = JSON.parse(document.getElementById("printed").textContent);

const boot = document.querySelector("script[data-words]").dataset;
const pathOf = (url) => new URL(url, location.href).pathname.replace(/\/?$/, "/");

/** Where the paper begins on its host, and where its edition on screen does. */
export const base = pathOf(site.filesUrl ?? site.url);
export const edition = pathOf(site.url);
/** Where its data begins: a path, or an address on another host. */
export const data = (site.dataUrl ?? `${edition}data/`).replace(/\/?$/, "/");
/** The service worker's address; none where the paper wants none. */
export const { worker } = boot;

let all;

/** The words of a tool (`src/words/tools/`). What failed is tried again when it is asked for again. */
export async function words(tool) {
  all ??= fetch(boot.words).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)));
  try {
    return (await all)[tool];
  } catch (why) {
    all = undefined;
    throw why;
  }
}

/** Makes an element with properties and children. */
export function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

/** Puts CSS on the page, once. */
export function adopt(css) {
  if (adopted.has(css)) return;
  adopted.add(css);
  // Safari before 16.4 takes no sheet that a script makes, but a rule that holds all others.
  const [first] = document.styleSheets;
  if (!CSSStyleSheet.prototype.replaceSync) return void first.insertRule(`@media all{${css}}`, first.cssRules.length);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

const adopted = new Set();

/** The first such element of the page on screen. */
export const shown = (css) => document.querySelector(`.page:not([hidden]) ${css}`);

/** The headline of an article, without its kicker. */
export function headlineOf(article) {
  const parts = [...article.querySelector("h1").childNodes].filter((node) => !node.classList?.contains("kicker"));
  return parts.map((node) => node.textContent).join("");
}

/** Makes choices, which `early.js` applies and keeps. */
export const choose = (detail) => dispatchEvent(new CustomEvent("choose", { detail }));

/** How one scrolls: at once for who wants nothing that moves. */
export function scrolling() {
  const isStill = document.documentElement.dataset.motion === "less" || matchMedia("(prefers-reduced-motion: reduce)").matches;
  return isStill ? "auto" : "smooth";
}
