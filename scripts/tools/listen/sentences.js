// An article as a list of sentences, each with its place in the page.

/** What is read, in this order; a picture's words are for those who see it. */
const BLOCKS = "h1, .article__body :is(p, h2, h3, li, blockquote, .quote figcaption, td, th, .verse)";
const SILENT = "rt, rp, sup, .visually-hidden, .kicker, figcaption:not(.quote *), script";
/**
 * Longer ones are cut at a comma, in characters: voices that speak over the network stop after some fifteen seconds.
 * At three quarters of its speed a voice reads three Chinese characters a second, or ten Latin letters.
 */
const LONGEST = { han: 45, latin: 150 };

/** The sentences of an article: their text, language, the block they stand in, and the range that is marked. */
export function sentencesOf(article) {
  const blocks = [...article.querySelectorAll(BLOCKS)].filter((block) => !block.querySelector("p") && !block.closest(SILENT));
  return blocks.flatMap((block) => {
    const language = block.closest("[lang]").lang;
    const pieces = piecesOf(block);
    const text = pieces.map(({ node }) => node.data).join("");
    return cut(text, language)
      .filter(([from, to]) => /[\p{L}\p{N}]/u.test(text.slice(from, to)))
      .map(([from, to]) => ({ text: text.slice(from, to).trim(), language, block, range: rangeOf(pieces, from, to) }));
  });
}

/** The text nodes that are read, each with where it begins in the block's text. A point's are not those of the points below it. */
function piecesOf(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest(SILENT) || node.parentElement.closest(BLOCKS) !== block ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const pieces = [];
  for (let from = 0; walker.nextNode(); from += walker.currentNode.data.length) pieces.push({ node: walker.currentNode, from });
  return pieces;
}

function rangeOf(pieces, from, to) {
  const range = document.createRange();
  const at = (place) => pieces.findLast((piece) => piece.from <= place);
  const [first, last] = [at(from), at(to - 1)];
  range.setStart(first.node, from - first.from);
  range.setEnd(last.node, Math.min(to - last.from, last.node.data.length));
  return range;
}

/** Where sentences begin and end. */
function cut(text, language) {
  const ends = Intl.Segmenter
    ? [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)].map(({ index, segment }) => [index, index + segment.length])
    : [...text.matchAll(/[^。！？!?]+[。！？!?]*[”’」』）)]*/g)].map((found) => [found.index, found.index + found[0].length]);
  const longest = /^(?:zh|ja|ko)/.test(language) ? LONGEST.han : LONGEST.latin;
  return ends.flatMap(([from, to]) => shorten(text, from, to, longest));
}

function shorten(text, from, to, longest) {
  if (to - from <= longest) return [[from, to]];
  const lastOf = (...marks) => Math.max(...marks.map((mark) => text.lastIndexOf(mark, from + longest - 1)));
  const place = [lastOf("，", "；", "：", ", ", "; "), lastOf("、", " ")].find((place) => place > from);
  const middle = place ? place + 1 : from + longest;
  return [[from, middle], ...shorten(text, middle, to, longest)];
}
