// What is selected can be quoted: with headline, paper, and the address of its paragraph.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./support/axe.mjs";
import { ENGINES, onScreens } from "./support/browsers.mjs";
import { articleKinds, articlePath, canonical, site } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();
const long = articleKinds()["a long read"];

/** The clipboard as this device has it. Runs in the page. */
const clipboard = (refuses) => `
  Object.defineProperty(navigator, "clipboard", { value: {
    writeText: async (text) => { if (${refuses}) throw new Error("refused"); document.documentElement.dataset.copied = text; },
  } });
`;

async function select(reader, refuses = false) {
  await reader.browser.forgetPreloaded();
  await reader.browser.preload(clipboard(refuses));
  await reader.visitAwake(paper.url(articlePath(long)));
  await reader.run(() => {
    const range = document.createRange();
    range.selectNodeContents(seen(".article__body > p[id]:nth-of-type(3)"));
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  });
}

async function selectToQuote(reader, refuses) {
  await select(reader, refuses);
  await reader.until("quoting is offered", () => document.querySelector(".quote-notice button"));
}

onScreens(ENGINES, (reader) => {
  test("a quotation says where it stands", async () => {
    await selectToQuote(reader);
    assert.deepEqual(await violations(reader), []);
    await reader.click(".quote-notice button");
    await reader.until("it says so", () => document.querySelector(".quote-notice output").textContent.includes("已复制"));
    const [quoted, id, text] = await reader.run(() => {
      const paragraph = seen(".article__body > p[id]:nth-of-type(3)");
      return [document.documentElement.dataset.copied, paragraph.id, paragraph.textContent.trim()];
    });
    assert.equal(quoted, `“${text}”\n——《${long.article.headline}》，${site.name}\n${canonical(articlePath(long))}#${id}`);
  });

  test("a browser that refuses the clipboard is told of in words", async () => {
    await selectToQuote(reader, true);
    await reader.click(".quote-notice button");
    await reader.until("it says so", () => document.querySelector(".quote-notice output").textContent.includes("手动"));
  });

  test("what was selected before the page was done loading is offered too", async () => {
    const release = paper.hold(/\/tools\/idle-/);
    await select(reader);
    await reader.until("the selection was told of", () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))));
    release();
    await reader.until("quoting is offered", () => document.querySelector(".quote-notice button"));
  });

  test("nothing is offered for a headline, or when the selection is gone", async () => {
    await selectToQuote(reader);
    await reader.run(() => getSelection().removeAllRanges());
    await reader.until("the offer is gone", () => document.querySelector(".quote-notice").hidden);
    await reader.browser.forgetPreloaded();
  });
});
