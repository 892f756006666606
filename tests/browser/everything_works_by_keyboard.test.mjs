// A reader with only a keyboard gets everywhere.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINES, Key, SCREENS, onScreens } from "./support/browsers.mjs";
import { lead, section, sectionPath, site, storyWithBlock, articlePath, word } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();
const longest = site.sections.find(({ path }) => section(path).older) ?? site.sections[0];

onScreens(ENGINES, (reader) => {
  test("the first stop skips to the content", async () => {
    await reader.visitAwake(paper.url("/"));
    await reader.press(Key.TAB);
    const link = await reader.driver.switchTo().activeElement();
    assert.equal(await link.getText(), word("SKIP_TO_CONTENT"));
    await reader.press(Key.ENTER);
    await reader.until("the focus is in the content", () => document.activeElement.id === "content");
    await reader.press(Key.TAB);
    assert.ok(await reader.run(() => document.querySelector("main").contains(document.activeElement)));
  });

  test("Tab reaches the sections, then the headlines, in the order of the page; Enter opens", async () => {
    await reader.visitAwake(paper.url("/"));
    await reader.mark();
    const stops = await stopsUntil(reader, ".lead-story h2 a");
    assert.ok(stops.includes("nav a"), stops.join());
    assert.ok(stops.indexOf("nav a") < stops.indexOf("main a"));
    assert.notEqual(await reader.run(() => getComputedStyle(document.activeElement).outlineStyle), "none");
    await reader.press(Key.ENTER);
    await reader.sees(lead.article.headline);
    await reader.until("the headline has the focus", () => document.activeElement === seen("main h1"));
    assert.ok(await reader.isSameDocument());
  });

  test("what is laid out ahead, or kept for going back, takes no focus", async () => {
    await reader.visitAwake(paper.url("/"));
    await reader.click(".lead-story h2 a");
    await reader.sees(lead.article.headline);
    await reader.until("a page is laid out ahead", () => document.querySelector(".page[data-ahead][hidden] button"));
    const taken = await reader.run(() => {
      const can = [...document.querySelectorAll(".page[hidden] :is(a, button, summary, [tabindex])")].filter((element) => (element.focus(), document.activeElement === element));
      return can.map(({ outerHTML }) => outerHTML.slice(0, 80));
    });
    assert.deepEqual(taken, []);
  });

  test("Tab reaches the pager, and Enter turns the page", async () => {
    await reader.visitAwake(paper.url(sectionPath(longest.path)));
    const first = await reader.path();
    await reader.run(() => seen(".card-list li:last-child a").focus());
    await stopsUntil(reader, ".pager a");
    await reader.press(Key.ENTER);
    await reader.until("another page is there", (first) => location.pathname !== first, first);
  });

  test("an embed can be loaded, and a wide table scrolled", async () => {
    await reader.visitAwake(paper.url(articlePath(storyWithBlock("embed"))));
    await reader.run(() => seen(".embed button").focus());
    await reader.press(Key.ENTER);
    await reader.find(".embed iframe");
    await reader.visitAwake(paper.url(articlePath(storyWithBlock("table"))));
    assert.equal(await reader.run(() => seen(".table").tabIndex), 0);
  });
});

onScreens(SCREENS.filter(({ size }) => size === "phone"), (reader) => {
  test("the menu opens by keyboard, and its sections are the next stops", async () => {
    await reader.visitAwake(paper.url("/"));
    await reader.run(() => document.querySelector(".masthead__menu summary").focus());
    await reader.press(Key.ENTER);
    await reader.press(Key.TAB);
    const stop = await reader.driver.switchTo().activeElement();
    assert.equal(await stop.getText(), site.sections[0].name);
  });
});

/** Presses Tab until an element has the focus; returns in which parts of the page the stops were. */
async function stopsUntil(reader, css) {
  const stops = [];
  for (let left = 90; left > 0; left -= 1) {
    await reader.press(Key.TAB);
    const part = await reader.run((css) => (document.activeElement.matches(css) ? "here" : document.activeElement.closest("main") ? "main a" : document.activeElement.closest("nav") ? "nav a" : "other"), css);
    stops.push(part === "here" ? "main a" : part);
    if (part === "here") return stops;
  }
  throw new Error(`${css} is not reached by Tab: ${stops.join()}`);
}
