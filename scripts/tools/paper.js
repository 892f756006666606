// The paper that all tools work for, and their words in its script.

/** The paper, as it stands in each page. */
export const { site } = JSON.parse(document.getElementById("printed").textContent);

const withSlash = (url) => url.replace(/\/*$/, "/");

/** Where this edition's pages begin, on the host that serves them. */
export const base = new URL(withSlash(new URL(site.url).pathname), location.href).href;
/** Where its data begins. */
export const data = new URL(withSlash(site.dataUrl ?? "data"), base).href;

const address = document.querySelector("script[data-words]").dataset.words;
let all;

/** The words of a tool (`src/words/tools/`). What failed is tried again when it is asked for again. */
export async function words(tool) {
  all ??= fetch(address).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)));
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
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

const adopted = new Set();
