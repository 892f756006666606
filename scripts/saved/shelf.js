// What was read and what was saved, as this device remembers it: two lists, the newest first. Where nothing may be
// kept, both are empty.

import { READ, SAVED, TRIAL, base } from "../shared/paper.js";

/** How many articles that were read are remembered. */
const REMEMBERED = 500;
/** Where both lists of this paper are. */
const [READ_HERE, SAVED_HERE] = [READ + base, SAVED + base];

/** Articles that were read: `{ id, href, headline, at, anchor, part }`, times in milliseconds since 1970. */
export const read = () => load(READ_HERE);
/** Articles that were saved: `{ id, href, headline, at, bytes, files }`. */
export const saved = () => load(SAVED_HERE);

export const isSaved = (href) => saved().some((article) => article.href === href);

/** Notes what was read, or where it was left. What was known of it before stays. */
export function noteRead({ id, ...news }) {
  const articles = read();
  const known = articles.find((article) => article.id === id);
  const others = articles.filter((article) => article !== known);
  return store(READ_HERE, [{ ...known, id, ...news }, ...others].slice(0, REMEMBERED));
}

export function noteSaved(article) {
  return store(SAVED_HERE, [article, ...saved().filter(({ href }) => href !== article.href)]);
}

export const forgetRead = (id) => store(READ_HERE, read().filter((article) => article.id !== id));
export const forgetSaved = (href) => store(SAVED_HERE, saved().filter((article) => article.href !== href));

export function forgetAll() {
  try {
    for (const key of [READ_HERE, SAVED_HERE]) localStorage.removeItem(key);
  } catch {
    // Then there was nothing.
  }
}

/** Whether anything may be kept here: not in some private windows, nor where the reader forbade it. */
export function mayKeep() {
  return store(TRIAL, []) && (localStorage.removeItem(TRIAL), true);
}

function load(key) {
  try {
    const list = JSON.parse(localStorage.getItem(key) ?? "[]");
    return list.filter((entry) => typeof entry?.href === "string" && entry.href.startsWith("/") && typeof entry.headline === "string");
  } catch {
    return [];
  }
}

function store(key, list) {
  try {
    localStorage.setItem(key, JSON.stringify(list));
    return true;
  } catch {
    return false;
  }
}
