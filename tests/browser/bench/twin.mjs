// The static twin: each printed article as one would write it by hand, without a reader.
// It is made from the printed page, so that the two cannot drift apart, and it is checked.

import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** What only the reader needs, and what takes its place. */
const READERS_OWN = [
  /<script\b[^>]*>[\s\S]*?<\/script>/g,
  /<link\b[^>]*\brel="(?:modulepreload|prefetch)"[^>]*>/g,
  /<!-{0,2}[^<>]*>/g,
  /<div\b[^>]*\bclass="loading-bar"[^>]*><\/div>/g,
  /<div\b[^>]*\bclass="trouble-notice"[^>]*><\/div>/g,
  /<p\b[^>]*\brole="status"[^>]*>\s*<\/p>/g,
];

/** Writes the twins of all articles of the site `from` into the folder `to`. */
export async function writeTwins(from, to) {
  for (const id of await readdir(join(from, "article"))) {
    const name = join("article", id, "index.html");
    const printed = await readFile(join(from, name), "utf8");
    await mkdir(dirname(join(to, name)), { recursive: true });
    await writeFile(join(to, name), twinOf(printed, name));
  }
}

/** A page without a reader: same text, pictures, style and links. */
export function twinOf(printed, name) {
  const doctype = "<!doctype html>";
  const twin = doctype + READERS_OWN.reduce((page, part) => page.replace(part, ""), printed.slice(doctype.length)).replace(/\n+/g, "\n");
  if (!printed.startsWith(doctype)) throw new Error(`${name}: does not begin with ${doctype}`);
  if (/<script|<!--|<!>|\bwasm\b/.test(twin)) throw new Error(`${name}: something of the reader is left in the twin`);
  for (const [what, see] of Object.entries(SAME)) {
    if (see(twin) !== see(printed)) throw new Error(`${name}: the twin has other ${what} than the printed page`);
  }
  return twin;
}

/** What a reader sees, and what a browser loads for it. */
const SAME = {
  words: (page) => page.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, "").replace(/<[^>]*>/g, "").replace(/\s+/g, ""),
  pictures: (page) => (page.match(/<(?:img|source)\b[^>]*>/g) ?? []).join(),
  drawings: (page) => (page.match(/<svg\b[\s\S]*?<\/svg>/g) ?? []).join().replace(/<!>/g, ""),
  style: (page) => (page.match(/<style>[\s\S]*?<\/style>|<link rel="stylesheet"[^>]*>/g) ?? []).join(),
  links: (page) => (page.match(/<a\b[^>]*>/g) ?? []).join(),
};
