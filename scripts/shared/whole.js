// What a printed page needs to be whole: the files that it names, and what these load at once.

/** A file whose name says what is in it, where a page names it. */
const FILE = /(?:src|href|data-words|data-reader|data-wasm|data-style)="([^"]*\/assets\/[^"]+)"/g;
/** What is known of the whole paper: the reader and some tools ask for it. */
const PAPER = /data-site="([^"]+)"/g;
/** What a script loads at once, or later: then with a parenthesis. */
const MODULE = /(?:from|import)\s*(\(?)\s*["'](\.{1,2}\/[^"']+\.js)["']/g;
/** What pages load by themselves, and what lists what is there. */
const UNASKED = /\/(?:idle|news|saved)-/;
const NEEDS_NETWORK = /\/(?:embed|search|player)-/;

/**
 * The addresses of all files that a page needs, with those of the tools that work without a network: all of them when
 * it `isWhole`, else none that waits to be asked for. `load` gives an address's text.
 */
export async function filesOf(html, page, load, isWhole = true) {
  const isNeeded = ([, isLater, module]) => !isLater || (isWhole ? !NEEDS_NETWORK.test(module) : UNASKED.test(module));
  const named = [FILE, PAPER].flatMap((names) => [...html.matchAll(names)]).map(([, file]) => new URL(unescape(file), page));
  // Data on another host is its own host's.
  const files = new Set(named.filter(({ origin }) => origin === new URL(page).origin).map(({ href }) => href));
  for (const file of files) {
    if (!file.endsWith(".js")) continue;
    const text = await load(file);
    for (const [, , module] of [...text.matchAll(MODULE)].filter(isNeeded)) files.add(new URL(module, file).href);
  }
  return [...files];
}

/** An attribute's value as it is meant. */
export function unescape(text) {
  return text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
