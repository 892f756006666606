// The numbers that the index knows terms by; crates/press/src/search/terms.rs makes the same.

import { isOfWord } from "./fold.js";

/** More terms than these make a search no narrower, but cost a file of each volume. */
const MOST = 2;
/** How long the number of a term is. */
export const BITS = 26;
const SEED = 0x811c9dc5;
const BEGINNING = 5;

const step = (hash, character) => Math.imul(hash ^ character.codePointAt(0), 0x01000193);

function mixed(hash) {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> (32 - BITS);
}

/** The number of characters side by side, or of a word's beginning. */
export const numberOf = (characters) => mixed([...characters].reduce(step, SEED));

/** The terms that a text must have to hold a folded word; of two characters only where they are no part of three. */
export function termsOf(word) {
  const terms = [];
  let earlier = " ";
  let before = " ";
  let beginning = "";
  const end = () => {
    if (beginning.length > 1) terms.push(beginning);
    beginning = "";
  };
  for (const character of word) {
    const isOne = isOfWord(character);
    if (!isOne || !isOfWord(before)) {
      end();
      const isThird = [earlier, before, character].every((one) => one !== " " && !isOfWord(one));
      if (isThird && terms.at(-1) === earlier + before) terms.pop();
      if (isThird) terms.push(earlier + before + character);
      else if (before !== " " && character !== " ") terms.push(before + character);
    }
    if (isOne && beginning.length < BEGINNING) beginning += character;
    [earlier, before] = [before, character];
  }
  end();
  return terms;
}

/** What a reader asks for: the words that must all be there, and the terms to look for. None: too little to go by. */
export function queryOf(text, fold) {
  const words = text.split(/\s+/).map((word) => fold(word).folded.trim()).filter(Boolean);
  const all = [...new Set(words.flatMap(termsOf))];
  // Evenly out of all, with the first and the last.
  const step = (all.length - 1) / (MOST - 1);
  const terms = all.length > MOST ? Array.from({ length: MOST }, (_, at) => all[Math.round(at * step)]) : all;
  return { words: [...new Set(words)], terms: terms.map(numberOf) };
}
