// Makes queries and texts alike before they are compared, as crates/press/src/search/fold.rs does in print.

const IS_MARK = /\p{M}/u;
const IS_LETTER = /[\p{Alphabetic}\p{N}]/u;
const IS_INVISIBLE = /[\u{ad}\u{200b}-\u{200f}\u{2060}-\u{2064}\u{feff}]/u;
const IS_OF_WORD = /[0-9a-z\u{80}-\u{58f}\u{1e00}-\u{1fff}]/u;
const IS_ASCII = /^[\0-\x7f]/;

/** Whether a letter or number belongs to words that are found by their beginnings. */
export const isOfWord = (character) => IS_OF_WORD.test(character);

/**
 * A function that folds texts, by the published table. It gives the folded text, and for each place in it where that
 * came from in `text`, which is the text as it is shown.
 */
export function folding({ from, to }) {
  const ones = [...to];
  const table = new Map([...from].map((character, at) => [character, ones[at]]));

  /** What one character becomes; letters are made small, and what is no letter is a gap. */
  function letters(character) {
    if (IS_MARK.test(character) || IS_INVISIBLE.test(character)) return "";
    const parts = character.normalize("NFKD");
    const plain = IS_ASCII.test(parts) ? [...parts].filter((part) => !IS_MARK.test(part)).join("") : character.normalize("NFKC");
    return [...plain.toLowerCase()].map((part) => (IS_LETTER.test(part) ? table.get(part) ?? part : " ")).join("");
  }
  const known = new Map();

  return function fold(source) {
    const text = source.normalize("NFC");
    let folded = "";
    const places = [];
    let at = 0;
    for (const character of text) {
      let becomes = known.get(character);
      if (becomes === undefined) known.set(character, (becomes = letters(character)));
      for (const unit of becomes.split("")) {
        if (unit === " " && folded.endsWith(" ")) continue;
        folded += unit;
        places.push(at);
      }
      at += character.length;
    }
    places.push(text.length);
    return { text, folded, places };
  };
}
