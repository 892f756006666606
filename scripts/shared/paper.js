// The paper that all tools work for, and their words in its script.

export * from "./kept.js";

const { dataset: boot } = document.querySelector("script[data-words]");
const folderOf = (href, file = "") => new URL(href, location.href).pathname.replace(new RegExp(`${file}[^/]*$`), "");

/** Where the paper begins on its host, and where its edition on screen does: where their files are. */
export const base = folderOf(boot.words, "assets/");
export const edition = folderOf(document.querySelector("link[rel=manifest]").href);
/** Where its data begins: a path, or an address on another host. */
export const data = boot.site.replace(/[^/]*$/, "");
/** What it is called. */
export const { content: name } = document.querySelector("meta[property='og:site_name']");
/** The service worker's address; none where the paper wants none. */
export const { worker } = boot;

/** Asks for a file once. What failed is asked for again when it is wanted again. */
function once(file) {
  let asked;
  return async () => {
    try {
      const answer = await (asked ??= fetch(file));
      if (!answer.ok) throw answer.status;
      return await answer.clone().json();
    } catch (why) {
      asked = undefined;
      throw why;
    }
  };
}

/** All that is known of the paper: its sections, its editions. */
export const paper = once(boot.site);
const allWords = once(boot.words);

/** The words of a tool (`src/words/tools/`). */
export const words = async (tool) => (await allWords())[tool];

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
  if (CSSStyleSheet.prototype.replaceSync) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  } else first.insertRule(`@media all{${css}}`, first.cssRules.length);
  dispatchEvent(new Event("sheet"));
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
