// Readers choose how they read; it holds from the first paint of every page on, on this device alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./support/axe.mjs";
import { ENGINES, Key, SCREENS, inChromium, onScreens } from "./support/browsers.mjs";
import { withVoices } from "./support/devices.mjs";
import { articleKinds, articlePath, lead, site } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();
const long = articleKinds()["a long read"];

const forget = (reader) => reader.run(() => localStorage.clear());
const chosen = (reader) => reader.run(() => ({ ...document.documentElement.dataset }));
const choose = (reader, name, value) => reader.click(`.settings input[name=${name}]${value === undefined ? "" : `[value="${value}"]`}`);
const lightOf = (reader) =>
  reader.run(() => {
    const [red, green, blue] = getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g).map(Number);
    return red + green + blue;
  });

async function openPage(reader, path = "/settings/") {
  await reader.visit(paper.url(path));
  await reader.until("the choices are there", () => document.querySelector(".settings"));
}

onScreens(SCREENS, (reader) => {
  test("each choice is seen at once, and on the next page before the first paint", async () => {
    await openPage(reader);
    await forget(reader);
    await openPage(reader);
    await choose(reader, "theme", "dark");
    assert.ok((await lightOf(reader)) < 200);
    await choose(reader, "contrast", "more");
    assert.equal(await lightOf(reader), 0);
    await choose(reader, "leading", "3");
    await choose(reader, "size", "4");
    await reader.visit(paper.url(articlePath(long)));
    const { theme, contrast, leading, size } = await chosen(reader);
    assert.deepEqual({ theme, contrast, leading, size }, { theme: "dark", contrast: "more", leading: "3", size: "4" });
    assert.equal(await lightOf(reader), 0);
    const ratio = await reader.run(() => {
      const { lineHeight, fontSize } = getComputedStyle(seen(".article__body p"));
      return Number.parseFloat(lineHeight) / Number.parseFloat(fontSize);
    });
    assert.ok(ratio > 2.2, `${ratio}`);
    await openPage(reader);
    await choose(reader, "theme", "light");
    assert.equal(await lightOf(reader), 3 * 255);
    await reader.click(".settings button");
    assert.ok(!("theme" in (await chosen(reader))));
    assert.equal(await reader.run(() => document.querySelector(".settings input[name=theme]:checked").value), "");
    await forget(reader);
  });

  test("elder mode keeps to the published sizes", async () => {
    await openPage(reader);
    await choose(reader, "elder");
    await reader.browser.preload(withVoices(["zh-CN"]));
    await reader.visitAwake(paper.url(articlePath(long)));
    await reader.until("the voices are known", () => document.documentElement.dataset.voices);
    const found = await reader.run(() => {
      const size = (css, name) => Number.parseFloat(getComputedStyle(seen(css))[name]);
      const paragraph = ".article__body > p + p";
      const [first, second] = [...document.querySelectorAll(paragraph)].filter((element) => element.previousElementSibling.matches("p"));
      return {
        text: size(paragraph, "fontSize"),
        line: size(paragraph, "lineHeight"),
        gap: second.getBoundingClientRect().top - second.previousElementSibling.getBoundingClientRect().bottom,
        targets: [...document.querySelectorAll(".masthead :is(button, summary, .button), main :is(button, summary, .button)")]
          .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(".figure__open"))
          .map((element) => [element.className || element.textContent, element.getBoundingClientRect()])
          .map(([name, { width, height }]) => [name, Math.min(width, height)]),
        moving: document.getAnimations().length,
        face: getComputedStyle(seen("h1")).fontFamily === getComputedStyle(document.body).fontFamily,
        listen: getComputedStyle(seen(".listen-button")).visibility,
        first: first.textContent.length,
      };
    });
    // 移动互联网应用（APP）适老化通用设计规范: 1.1 text of 18, 1.2 lines and paragraphs, 2.1 targets of 60 by 60.
    assert.ok(found.text >= 24, JSON.stringify(found));
    assert.ok(found.line >= 1.3 * found.text, JSON.stringify(found));
    assert.ok(found.gap >= 1.3 * found.line - 0.5, JSON.stringify(found));
    assert.ok(found.targets.length >= 4 && found.targets.every(([, side]) => side >= 59.5), JSON.stringify(found));
    assert.equal(found.moving, 0);
    assert.ok(found.face, "one sans-serif face");
    assert.equal(found.listen, "visible");
    await reader.browser.forgetPreloaded();
    assert.ok((await reader.sideways()) <= 0);
    await openPage(reader);
    await choose(reader, "elder");
    assert.ok(!("elder" in (await chosen(reader))) && !("size" in (await chosen(reader))));
    await forget(reader);
  });

  test("the panel opens over what is read, by keyboard too, and gives the focus back", async () => {
    await reader.visitAwake(paper.url(articlePath(lead)));
    await reader.mark();
    if (!(await (await reader.find(".masthead [data-tool=settings]")).isDisplayed())) await reader.click(".masthead__menu summary");
    await reader.run(() => seen(".masthead [data-tool=settings]").focus());
    await reader.press(Key.ENTER);
    await reader.until("the panel is open", () => document.querySelector(".settings-panel")?.open);
    await choose(reader, "size", "5");
    assert.equal((await chosen(reader)).size, "5");
    await reader.press(Key.ESCAPE);
    await reader.until("the panel is closed", () => !document.querySelector(".settings-panel").open);
    assert.ok(await reader.isSameDocument());
    await forget(reader);
  });
});

onScreens(ENGINES, (reader) => {
  test("what is chosen in one window holds in the other, and neither undoes the other's choice", async () => {
    await reader.visitAwake(paper.url(articlePath(lead)));
    await forget(reader);
    const first = await reader.driver.getWindowHandle();
    await reader.driver.switchTo().newWindow("tab");
    await openPage(reader);
    await choose(reader, "theme", "dark");
    await reader.driver.close();
    await reader.driver.switchTo().window(first);
    await reader.until("it is dark here too", () => document.documentElement.dataset.theme === "dark");
    assert.ok((await lightOf(reader)) < 200);
    await reader.run(() => dispatchEvent(new CustomEvent("choose", { detail: { size: "4" } })));
    assert.match(await reader.run(() => localStorage.getItem("strait-choices")), /theme=dark/);
    await forget(reader);
  });

  test("a paper of one script offers everything but a script", async () => {
    const alone = (text) => JSON.stringify({ ...JSON.parse(text), editions: undefined });
    paper.misbehave("/data/site.json", { rewrites: alone });
    await openPage(reader);
    await choose(reader, "theme", "dark");
    assert.ok((await lightOf(reader)) < 200);
    assert.equal(await reader.run(() => document.querySelector("[name=edition]")), null);
    await forget(reader);
  });

  test("a browser that takes no sheets from scripts shows tools as others do", async () => {
    const look = () => [".settings", ".settings__elder", ".settings__choice span"].map((css) => {
      const { display, padding, borderTopWidth } = getComputedStyle(document.querySelector(css));
      return [display, padding, borderTopWidth];
    });
    await openPage(reader);
    const usual = await reader.run(look);
    await reader.browser.preload("delete CSSStyleSheet.prototype.replaceSync;");
    await openPage(reader);
    assert.deepEqual(await reader.run(look), usual);
    await reader.browser.forgetPreloaded();
  });

  test("who chose a script goes on in it, wherever a link leads", async () => {
    const [hant] = site.editions.filter(({ path }) => path);
    await openPage(reader);
    await choose(reader, "edition", hant.language);
    await reader.until("the page is Traditional", (language) => document.documentElement.lang === language, hant.language);
    await reader.visit(paper.url(articlePath(lead)));
    await reader.until("the article is Traditional", (language) => document.documentElement.lang === language, hant.language);
    assert.equal(await reader.path(), `/${hant.path}${articlePath(lead)}`);
    await reader.click(`.masthead__editions a`);
    await reader.until("the article is Simplified", (language) => document.documentElement.lang === language, site.language);
    await reader.visit(paper.url(articlePath(lead)));
    assert.equal(await reader.path(), articlePath(lead));
    await forget(reader);
  });

  test("nothing that is kept can be anything but a choice", async () => {
    await reader.visit(paper.url(articlePath(lead)));
    await reader.run(() => localStorage.setItem("strait-choices", "size=9&theme=pink&onclick=alert(1)&edition=../../evil&leading=2"));
    await reader.visit(paper.url(articlePath(lead)));
    const { scripts, size, theme, onclick, leading } = await chosen(reader);
    assert.deepEqual({ scripts, size, theme, onclick, leading }, { scripts: "", size: undefined, theme: undefined, onclick: undefined, leading: "2" });
    assert.equal(await reader.path(), articlePath(lead));
    await forget(reader);
  });
});

inChromium((reader) => {
  test("pages follow each other softly, but for who wants nothing that moves", async () => {
    await reader.browser.preload(`addEventListener("pagereveal", ({ viewTransition }) => (globalThis.isSoft = Boolean(viewTransition)));`);
    for (const [choices, isSoft] of [["", true], ["motion=less", false]]) {
      await openPage(reader);
      await reader.run((choices) => localStorage.setItem("strait-choices", choices), choices);
      await openPage(reader);
      await reader.click(".masthead__name a");
      await reader.awake();
      assert.equal(await reader.run(() => globalThis.isSoft), isSoft, choices);
    }
    await reader.browser.forgetPreloaded();
    await forget(reader);
  });

  test("a choice is there at the first paint", async () => {
    await openPage(reader);
    await choose(reader, "theme", "dark");
    await reader.browser.preload(`requestAnimationFrame(() => (globalThis.firstGround = document.body && getComputedStyle(document.documentElement).backgroundColor));`);
    await reader.visit(paper.url(articlePath(lead)));
    const first = await reader.until("the first frame", () => globalThis.firstGround);
    assert.equal(first, await reader.run(() => getComputedStyle(document.documentElement).backgroundColor));
    await reader.browser.forgetPreloaded();
    await forget(reader);
  });

  test("no mode has an accessibility violation", async () => {
    for (const choices of ["theme=dark", "contrast=more", "contrast=more&theme=dark", "elder=on&size=4&leading=3&contrast=more&motion=less", "theme=dark&size=5"]) {
      await openPage(reader);
      await reader.run((choices) => localStorage.setItem("strait-choices", choices), choices);
      for (const path of ["/settings/", articlePath(long), "/"]) {
        await reader.visit(paper.url(path));
        if (path === "/settings/") await reader.until("the choices are there", () => document.querySelector(".settings"));
        assert.deepEqual(await violations(reader), [], `${choices} ${path}`);
        assert.ok((await reader.sideways()) <= 0, `${choices} ${path}`);
      }
    }
    await forget(reader);
  });

  test("without a network the panel's link still leads to the page", async () => {
    paper.misbehave("/assets/tools/settings", { status: 503 });
    await reader.visitAwake(paper.url(articlePath(lead)));
    await reader.click(".masthead [data-tool=settings]");
    await reader.sees("阅读设置");
    assert.equal(await reader.path(), "/settings/");
  });
});
