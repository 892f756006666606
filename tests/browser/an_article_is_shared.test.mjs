// On a phone one button opens all ways to share an article: the device's own, its link, Weibo, and a code for WeChat.

import assert from "node:assert/strict";
import { test } from "node:test";
import axe from "axe-core";
import { Key, inChromium, onScreens } from "./support/browsers.mjs";
import { articlePath, canonical, lead, site, storyWithBlock, word } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";
import { readCode } from "./support/qr.mjs";

const paper = eachPaper();
const other = site.editions.find(({ path }) => path);
const EDITIONS = [["", "simplified"], [`/${other.path}`, "traditional"]];
const PHONES = ["chromium", "firefox"].map((engine) => ({ engine, size: "phone" }));
const SHEET = ".continue-on-phone__card";

/** A device with a sheet of its own and a clipboard, which note what they are given. */
const ABLE = `
  Object.defineProperty(navigator, "share", { configurable: true, value: async (data) => void (window.wasShared = data) });
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: async (text) => void (window.wasCopied = text) } });`;
const REFUSING = ABLE.replace("async (data) => void (window.wasShared = data)", "() => Promise.reject(new DOMException('', 'AbortError'))").replace(
  "async (text) => void (window.wasCopied = text)",
  "() => Promise.reject(new DOMException('', 'NotAllowedError'))",
);
const UNABLE = `
  Object.defineProperty(navigator, "share", { value: undefined });
  Object.defineProperty(navigator, "clipboard", { value: undefined });`;

onScreens(PHONES, (reader) => {
  for (const [path, script] of EDITIONS) {
    test(`the device's own sheet gets headline and plain address, in ${script}`, async () => {
      await able(reader, ABLE);
      await reader.visitAwake(`${paper.url(path + articlePath(lead))}?from=qr#${lead.article.body[2].anchor}`);
      await open(reader, script);
      await press(reader, "SHARE_ELSEWHERE", script);
      const shared = await reader.until("it was shared", () => window.wasShared);
      assert.deepEqual(shared, { title: await reader.title(), url: canonical(path + articlePath(lead)) });
    });

    test(`the link is copied, and one is told, in ${script}`, async () => {
      await able(reader, ABLE);
      await reader.visitAwake(paper.url(path + articlePath(lead)));
      await open(reader, script);
      await press(reader, "COPY_LINK", script);
      await reader.until("one is told", (words) => seen(`.continue-on-phone output`).textContent === words, word("COPIED", script));
      assert.equal(await reader.run(() => window.wasCopied), canonical(path + articlePath(lead)));
    });

    test(`Weibo gets headline and address, and WeChat a code, in ${script}`, async () => {
      await reader.visitAwake(paper.url(path + articlePath(lead)));
      await open(reader, script);
      const { origin, searchParams } = new URL(await (await reader.find(`${SHEET} a`)).getAttribute("href"));
      assert.equal(origin, "https://service.weibo.com");
      const headline = await reader.run(() => seen("main h1").lastChild.textContent);
      assert.deepEqual([searchParams.get("url"), searchParams.get("title")], [canonical(path + articlePath(lead)), headline]);
      assert.ok((await reader.text(SHEET)).includes(word("SCAN_TO_SHARE", script)));
      assert.equal(readCode(await reader.driver.takeScreenshot()), canonical(path + articlePath(lead)));
    });
  }

  test("after a navigation the article on screen is shared", async () => {
    await able(reader, ABLE);
    await reader.visitAwake(paper.url("/"));
    await reader.click(".lead-story h2 a");
    await reader.sees(lead.article.headline);
    await reader.until("the head has followed", (path) => document.querySelector("link[rel=canonical]").href.endsWith(path), articlePath(lead));
    await open(reader);
    await press(reader, "COPY_LINK");
    assert.equal(await reader.until("it was copied", () => window.wasCopied), canonical(articlePath(lead)));
  });

  test("where the device or the reader of the paper refuses, nothing breaks and words say what to do", async () => {
    await able(reader, REFUSING);
    await reader.visitAwake(paper.url(articlePath(lead)));
    await open(reader);
    await press(reader, "SHARE_ELSEWHERE");
    await press(reader, "COPY_LINK");
    await reader.until("words say so", (words) => seen(".continue-on-phone output").textContent === words, word("NOT_COPIED"));
    assert.deepEqual(await reader.run(() => witness.errors), []);
  });

  test("what the browser cannot do is not offered", async () => {
    await able(reader, UNABLE);
    await reader.visitAwake(paper.url(articlePath(lead)));
    await open(reader);
    assert.deepEqual(await ways(reader), [word("WEIBO")]);
  });

  test("where WASM fails one shares all the same", async () => {
    await able(reader, ABLE);
    paper.misbehave(".wasm", { status: 404 });
    await reader.visit(paper.url(articlePath(lead)));
    await reader.awake("failed");
    await open(reader);
    await press(reader, "COPY_LINK");
    assert.equal(await reader.until("it was copied", () => window.wasCopied), canonical(articlePath(lead)));
  });

  test("all of it works by keyboard, and Escape leads back to the button", async () => {
    await able(reader, ABLE);
    await reader.visitAwake(paper.url(articlePath(lead)));
    await reader.run(() => seen(".continue-on-phone__open").focus());
    await reader.press(Key.ENTER);
    const stops = [];
    for (const _ of [1, 2, 3, 4]) {
      await reader.press(Key.TAB);
      stops.push(await reader.run(() => document.activeElement.textContent.trim()));
    }
    assert.deepEqual(stops, ["WEIBO", "COPY_LINK", "SHARE_ELSEWHERE", "CLOSE"].map((name) => word(name)));
    await reader.press(Key.ESCAPE);
    assert.equal(await (await reader.find(SHEET)).isDisplayed(), false);
    assert.ok(await reader.run(() => document.activeElement === seen(".continue-on-phone__open")));
  });

  test("the sheet fits the screen and its parts are large enough to touch", async () => {
    await able(reader, ABLE);
    await reader.visitAwake(paper.url(articlePath(storyWithBlock("embed"))));
    await reader.resize("narrow");
    await open(reader);
    const parts = await reader.run((css) => [seen(css), ...seen(css).querySelectorAll("a, button")].map((part) => part.getBoundingClientRect().toJSON()), SHEET);
    for (const { left, right, bottom, height } of parts) assert.ok(left >= 0 && right <= 320 && bottom <= 741 && height >= 44, JSON.stringify(parts));
    await reader.resize("phone");
  });
});

onScreens(PHONES.map((phone) => ({ ...phone, scripts: false })).slice(1), (reader) => {
  test("with scripts off there are the code, the address and Weibo", async () => {
    await reader.visit(paper.url(articlePath(lead)));
    await (await reader.find(".continue-on-phone__open")).click();
    assert.ok(await (await reader.find(".qr-code")).isDisplayed());
    assert.ok(await (await reader.find(`${SHEET} a`)).isDisplayed());
    for (const css of [".can-copy", ".can-share"]) assert.equal(await (await reader.find(css)).isDisplayed(), false);
  });
});

inChromium((reader) => {
  test("at a desk the link can be copied beside the code", async () => {
    await able(reader, ABLE);
    await reader.visitAwake(paper.url(articlePath(lead)));
    await press(reader, "COPY_LINK");
    await reader.until("one is told", (words) => seen(".continue-on-phone output").textContent === words, word("COPIED"));
    assert.deepEqual(await reader.run(() => witness.shifts), []);
  });

  for (const theme of ["light", "dark"]) {
    test(`the open sheet has no accessibility violation, ${theme}`, async () => {
      await able(reader, ABLE);
      await reader.devtools("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: theme }] });
      for (const size of ["narrow", "phone"]) {
        await reader.resize(size);
        await reader.visitAwake(paper.url(articlePath(lead)));
        await open(reader);
        await reader.driver.executeScript(axe.source);
        const found = await reader.driver.executeAsyncScript((done) => axe.run(document, { rules: { "target-size": { enabled: true } } }).then(({ violations }) => done(violations)));
        assert.deepEqual(found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)), []);
      }
      await reader.devtools("Emulation.setEmulatedMedia", { features: [] });
      await reader.resize("desktop");
    });
  }
});

/** What the next pages of this test find in their browser. */
async function able(reader, source) {
  await reader.browser.forgetPreloaded();
  await reader.browser.preload(source);
}

async function open(reader, script = "simplified") {
  await reader.until("the end of the article is there", () => seen(".continue-on-phone__open"));
  const button = await reader.bring(".continue-on-phone__open");
  assert.equal(await button.getText(), word("SHARE", script));
  await button.click();
  assert.ok(await (await reader.find(SHEET)).isDisplayed());
}

/** Presses one of the ways by its words. */
async function press(reader, name, script = "simplified") {
  for (const button of await reader.driver.findElements({ css: `.page:not([hidden]) ${SHEET} button` })) {
    if ((await button.getText()) === word(name, script)) return button.click();
  }
  throw new Error(`no ${name}`);
}

async function ways(reader) {
  return reader.run((css) => [...seen(css).querySelectorAll("a, button")].filter((way) => way.checkVisibility()).map((way) => way.textContent.trim()).slice(0, -1), SHEET);
}
