// An article is read aloud, sentence by sentence, in the voice of its script. The device's voices are played by a
// stand-in that says when each sentence ends.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./support/axe.mjs";
import { ENGINES, Key, inChromium, onScreens } from "./support/browsers.mjs";
import { withVoices } from "./support/devices.mjs";
import { articleKinds, articlePath, lead, plainStories } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();
const long = articleKinds()["a long read"];

const english = articleKinds()["an English article"];
const textOf = ({ text }) => text.map((span) => span.text ?? span).join("");
/** The article with the longest sentence. */
const wordy = plainStories.filter(({ article }) => article.language === "zh-Hans").sort((one, other) => longestSentence(other) - longestSentence(one))[0];

function longestSentence({ article }) {
  const texts = article.body.filter(({ kind }) => kind === "paragraph").map(textOf);
  return Math.max(0, ...texts.flatMap((text) => text.split(/[。！？]/)).map(({ length }) => length));
}

const texts = (reader) => reader.run(() => spoken.map(({ text }) => text));
const ends = (reader) => reader.run(() => sentenceEnds());
const marked = (reader) =>
  reader.run(() => (globalThis.CSS.highlights?.get("spoken") ? [...CSS.highlights.get("spoken")].join("") : document.querySelector(".is-spoken")?.textContent) ?? "");

async function listen(reader, path, languages = ["zh-CN", "zh-TW", "en-GB"]) {
  await reader.browser.forgetPreloaded();
  await reader.browser.preload(withVoices(languages));
  await reader.visitAwake(paper.url(path));
  await reader.click(".listen-button");
  await reader.until("it is read", () => spoken.length > 0);
}

onScreens(ENGINES, (reader) => {
  test("each sentence is marked while it is read, and the next follows", async () => {
    await listen(reader, articlePath(long));
    assert.ok(long.article.headline.includes((await texts(reader))[0]));
    for (let count = 0; count < 6; count += 1) {
      const said = (await texts(reader)).at(-1);
      assert.ok((await marked(reader)).includes(said.slice(0, 8)), said);
      await ends(reader);
    }
    const all = await texts(reader);
    assert.equal(new Set(all).size, all.length);
  });

  // Chrome falls silent in utterances of more than some fifteen seconds: four characters a second, at its slowest three.
  for (const [language, longest, story] of [["Chinese", 45, wordy], ["English", 150, english]]) {
    test(`no voice has more to read at once than it can, in ${language}, and nothing is left out`, async () => {
      await listen(reader, articlePath(story));
      const readToEnd = () => {
        for (let count = 0; spoken.length > count && spoken.length < 500; ) {
          count = spoken.length;
          sentenceEnds();
        }
        return spoken.map(({ text }) => text);
      };
      const all = await reader.run(readToEnd);
      assert.deepEqual(all.filter((text) => text.length > longest), []);
      const letters = (text) => text.replace(/\s/g, "");
      const paragraph = story.article.body.filter(({ kind }) => kind === "paragraph").map(textOf).sort((one, other) => other.length - one.length)[0];
      assert.ok(letters(all.join("")).includes(letters(paragraph)), paragraph);
    });
  }

  test("it can be paused, slowed, and begun at any paragraph", async () => {
    await listen(reader, articlePath(long));
    await reader.click(".listen-bar [data-listen=play]");
    const count = (await texts(reader)).length;
    await ends(reader);
    assert.equal((await texts(reader)).length, count, "what is paused does not go on");
    await reader.click(".listen-bar [data-listen=play]");
    assert.equal((await texts(reader)).at(-1), (await texts(reader)).at(-2), "the sentence is read again");
    await reader.click(".article__body > p:nth-of-type(4)");
    const start = await reader.run(() => seen(".article__body > p:nth-of-type(4)").textContent.trim().slice(0, 6));
    assert.ok((await texts(reader)).at(-1).startsWith(start));
    await reader.click(".listen-bar [data-listen=on]");
    assert.ok(!(await texts(reader)).at(-1).startsWith(start));
    await reader.run(() => {
      const rate = document.querySelector(".listen-bar select");
      rate.value = "1.5";
      rate.dispatchEvent(new Event("change", { bubbles: true }));
    });
    assert.equal(await reader.run(() => spoken.at(-1).rate), 1.5);
    await reader.press(Key.ESCAPE);
    await reader.run(() => localStorage.clear());
  });

  test("each script has its voice, and a device without one offers nothing", async () => {
    await listen(reader, articlePath(lead));
    assert.equal(await reader.run(() => spoken[0].voice.lang), "zh-CN");
    await listen(reader, `/hant${articlePath(lead)}`);
    assert.equal(await reader.run(() => spoken[0].voice.lang), "zh-TW");
    await reader.browser.forgetPreloaded();
    for (const language of ["cmn-CN", "yue-HK"]) {
      await reader.browser.preload(withVoices([language]));
      await reader.visit(paper.url(articlePath(lead)));
      await reader.until(`${language} is offered`, () => getComputedStyle(seen(".listen-button")).visibility === "visible");
      await reader.browser.forgetPreloaded();
    }
    await reader.browser.preload(withVoices(["de-DE"]));
    await reader.visit(paper.url(articlePath(lead)));
    assert.equal(await (await reader.find(".listen-button")).isDisplayed(), false);
  });

  test("who stops stays where they read", async () => {
    await listen(reader, articlePath(long));
    await reader.click(".article__body > p:nth-of-type(6)");
    await reader.run(() => document.querySelector(".listen-bar [data-listen=play]").focus({ preventScroll: true }));
    const before = await reader.run(() => scrollY);
    assert.ok(before > 100);
    await reader.press(Key.ESCAPE);
    assert.equal(await reader.run(() => document.querySelector(".listen-bar")), null);
    assert.deepEqual(await reader.run(() => [scrollY, document.activeElement.className]), [before, "listen-button"]);
  });

  test("at the end the next article of the list is opened and read", async () => {
    await listen(reader, articlePath(lead));
    await reader.mark();
    const goesOn = (start) => {
      if (location.pathname !== start) return spoken.some(({ text }) => seen("h1")?.textContent.includes(text));
      sentenceEnds();
      return false;
    };
    await reader.until("the next article is read", goesOn, articlePath(lead));
    assert.notEqual(await reader.path(), articlePath(lead));
    assert.ok(await reader.isSameDocument());
    await reader.browser.forgetPreloaded();
  });
});

inChromium((reader) => {
  test("the bar has no violation, and closes where it was opened", async () => {
    await listen(reader, articlePath(lead));
    // The bar lies over what can be scrolled away from it: half a button below it is too small only there.
    await reader.bring(".article__body > p:nth-of-type(3)");
    assert.deepEqual(await violations(reader), []);
    await reader.resize("narrow");
    await reader.bring(".article__body > p:nth-of-type(3)");
    assert.deepEqual(await violations(reader), []);
    assert.ok((await reader.sideways()) <= 0);
    await reader.resize("desktop");
    await reader.click(".listen-bar [data-listen=close]");
    assert.equal(await reader.run(() => document.activeElement.className), "listen-button");
    assert.equal(await marked(reader), "");
    await reader.browser.forgetPreloaded();
  });
});
