// Looks for the words of a query in the texts of an article.

import { isOfWord } from "./fold.js";
import { textsOf } from "./texts.js";

/** How much of a text is shown, and how much of that before the first word found, in characters. */
const SHOWN = 96;
const BEFORE = 24;

/** Where a folded word stands in a folded text: anywhere, but what begins as a Latin word begins one. */
function* placesIn(folded, word) {
  const isOne = isOfWord(word[0]);
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (!isOne || !at || !isOfWord(folded[at - 1])) yield at;
  }
}

/** The parts of a shown text in which words stand, in order, none touching the next. */
function marksIn({ folded, places }, words) {
  const found = words.flatMap((word) => [...placesIn(folded, word)].map((at) => {
    // A letter may have become several, and marks follow theirs: up to where the next one begins.
    let end = at + word.length;
    while (end < folded.length && places[end] === places[end - 1]) end++;
    return [places[at], places[end]];
  }));
  const marks = [];
  for (const [from, to] of found.sort((one, other) => one[0] - other[0])) {
    const last = marks.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else marks.push([from, to]);
  }
  return marks;
}

/** What is shown of an article in which all words stand: parts of texts, found or not. None: one does not. */
export function matchIn(article, words, fold) {
  const headline = fold(article.headline);
  const texts = textsOf(article).map(fold);
  const has = (text, word) => !placesIn(text.folded, word).next().done;
  if (!words.every((word) => has(headline, word) || texts.some((text) => has(text, word)))) return null;
  const best = texts
    .map((text) => ({ text, count: words.filter((word) => has(text, word)).length }))
    .reduce((best, next) => (next.count > best.count ? next : best), { text: fold(article.summary), count: 0 });
  return {
    isInHeadline: words.every((word) => has(headline, word)),
    headline: parts(headline.text, marksIn(headline, words), 0, headline.text.length),
    snippet: snippet(best.text, marksIn(best.text, words)),
  };
}

function snippet(folded, marks) {
  const { text } = folded;
  const first = marks[0]?.[0] ?? 0;
  // Never in the middle of a character, and of a Latin word only where it is endless.
  const cut = (at, ahead) => {
    for (let word = 0; word < 16 && at > 0 && at < text.length && /[\p{L}\p{N}\p{M}]/u.test(text[at - 1]) && /[\x21-\x7f\u{dc00}-\u{dfff}]/u.test(text[at]); word++) at += ahead;
    return at;
  };
  let from = first > BEFORE * 2 ? cut(first - BEFORE, -1) : 0;
  let to = Math.min(text.length, cut(Math.min(text.length, from + SHOWN), 1));
  // What is left at the end is better filled than not.
  if (to === text.length && from > 0) from = cut(Math.max(0, Math.min(from, to - SHOWN)), -1);
  to = Math.max(to, from);
  return [{ text: from > 0 ? "…" : "" }, ...parts(text, marks, from, to), { text: to < text.length ? "…" : "" }];
}

function parts(text, marks, from, to) {
  const found = [];
  let at = from;
  for (const [begin, end] of marks.filter(([begin, end]) => end > from && begin < to)) {
    found.push({ text: text.slice(at, Math.max(at, begin)) }, { text: text.slice(Math.max(at, begin), Math.min(end, to)), isFound: true });
    at = Math.min(end, to);
  }
  return [...found, { text: text.slice(at, to) }].filter(({ text }) => text);
}
