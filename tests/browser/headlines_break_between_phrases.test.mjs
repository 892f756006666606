// A line of a headline ends where a phrase does, as long as phrases fit into lines; a longer one breaks within, and
// nothing sticks out.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINES, SCREENS, onScreens } from "./support/browsers.mjs";
import { articlePath, lead } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();
const PHRASES = ["甲乙丙丁戊己庚辛壬", "子丑寅卯辰巳", "午未申酉戌亥甲乙丙", "戊己庚辛壬癸子丑，", "卯辰巳午未"];

onScreens(ENGINES, (reader) => {
  for (const [name, path, css] of [
    ["an article's headline", articlePath(lead), ".article__header h1"],
    ["the lead story's", "/", ".lead-story h2 a"],
    ["a line of a list", "/", ".headline-lines a"],
  ]) {
    test(`${name} breaks between phrases`, async () => {
      await reader.visit(paper.url(path));
      const lines = await reader.run(linesOf, css, PHRASES.join(" ").replace("， ", "，"));
      assert.ok(lines.length > 1, "it takes more than a line");
      const whole = PHRASES.map((phrase) => phrase.trim());
      assert.deepEqual(lines.filter((line) => !isOfWholePhrases(line, whole)), []);
    });

    test(`${name} breaks within what fits into no line`, async () => {
      await reader.visit(paper.url(path));
      const lines = await reader.run(linesOf, css, "甲乙丙丁戊己庚辛壬癸".repeat(8));
      assert.ok(lines.length > 1);
      assert.equal(await reader.sideways(), 0);
    });
  }
});

onScreens(SCREENS.filter(({ size }) => size === "phone"), (reader) => {
  for (const [name, path, css] of [
    ["an article's headline", articlePath(lead), ".article__header h1"],
    ["the lead story's", "/", ".lead-story h2 a"],
    ["a card's", "/", ".strip .headline-card h3 a"],
  ]) {
    test(`${name} breaks between phrases where all have room`, async () => {
      await reader.visit(paper.url(path));
      await reader.run((css) => seen(css).closest("h1, h2, h3").setAttribute("data-phrased", ""), css);
      const lines = await reader.run(linesOf, css, PHRASES.join(" ").replace("， ", "，"));
      assert.ok(lines.length > 1, "it takes more than a line");
      const whole = PHRASES.map((phrase) => phrase.trim());
      assert.deepEqual(lines.filter((line) => !isOfWholePhrases(line, whole)), []);
    });
  }
});

const isOfWholePhrases = (line, phrases) => phrases.reduce((rest, phrase) => rest.replace(phrase, ""), line).trim() === "";

/** The lines that an element breaks a text into. Runs in the page. */
function linesOf(css, text) {
  const element = seen(css);
  element.textContent = text;
  const node = element.firstChild;
  const lines = new Map();
  for (let at = 0; at < text.length; at += 1) {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const top = Math.round(range.getBoundingClientRect().top);
    if (text[at] !== " ") lines.set(top, (lines.get(top) ?? "") + text[at]);
  }
  return [...lines.values()];
}
