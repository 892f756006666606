// What a printed page needs to be whole: the files that it names, and what these load at once.

/** A file whose name says what is in it, where a page names it. */
const FILE = /(?:src|href|data-words|data-reader|data-wasm)="([^"]*\/assets\/[^"]+)"/g;
/** What a script loads at once or later, but for the tools that are of no use without a network. */
const MODULE = /(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+\.js)["']/g;
const NEEDS_NETWORK = /(?:^|\/)(?:embed|news|search)-/;

/** The addresses of all files that a page needs. `load` gives an address's text. */
export async function filesOf(html, page, load) {
  const files = new Set([...html.matchAll(FILE)].map(([, file]) => new URL(unescape(file), page).href));
  for (const file of files) {
    if (!file.endsWith(".js")) continue;
    const text = await load(file);
    for (const [, module] of text.matchAll(MODULE)) if (!NEEDS_NETWORK.test(module)) files.add(new URL(module, file).href);
  }
  return [...files];
}

/** An attribute's value as it is meant. */
export function unescape(text) {
  return text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
