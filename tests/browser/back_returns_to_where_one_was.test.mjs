// Back and forward show the old page at once, scrolled to where it was left.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SCREENS, onScreens } from "./support/browsers.mjs";
import { articleData, articlePath, front, lead, sectionPath, site, story } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();
const deep = story(front.strips.at(-1).headlines[0].id);
const DEEP_LINK = `.strip:last-of-type a[href="${articlePath(deep)}"]`;

onScreens(SCREENS, (reader) => {
  test("back and forward restore the scroll position, with nothing fetched", async () => {
    await reader.visitAwake(paper.url("/"));
    await reader.mark();
    const top = await clickDeep(reader);
    await atTop(reader);
    paper.forget();
    const middle = await scrollToMiddle(reader);
    await reader.driver.navigate().back();
    await reader.until("the front page is there", () => seen(".front-page"));
    await linkAt(reader, top);
    await reader.driver.navigate().forward();
    await reader.sees(deep.article.headline);
    await reader.until("the article is where it was left", (middle) => Math.abs(scrollY - middle) <= 3, middle);
    await reader.driver.navigate().back();
    await linkAt(reader, top);
    assert.ok(await reader.isSameDocument());
    assert.deepEqual(paper.requests(articleData(deep)), []);
    assert.deepEqual(paper.requests("/data/front.json"), []);
  });

  test("the title, the canonical address and the address bar follow", async () => {
    await reader.visitAwake(paper.url("/"));
    const first = await reader.title();
    await reader.click(".lead-story h2 a");
    await reader.sees(lead.article.headline);
    const second = await reader.title();
    assert.notEqual(first, second);
    await reader.driver.navigate().back();
    await reader.until("the title is the old one", (title) => document.title === title, first);
    assert.equal(await reader.path(), "/");
    assert.equal(await reader.run(() => new URL(document.querySelector("link[rel=canonical]").href).pathname), "/");
    await reader.driver.navigate().forward();
    await reader.until("the title is the new one", (title) => document.title === title, second);
    assert.equal(await reader.path(), articlePath(lead));
  });

  test("a page loaded anew in the middle of a visit keeps its way back", async () => {
    await reader.visitAwake(paper.url("/"));
    const top = await clickDeep(reader);
    await reader.driver.navigate().refresh();
    await reader.awake();
    await reader.sees(deep.article.headline);
    await reader.driver.navigate().back();
    await reader.until("the front page is there", () => seen(".front-page"));
    await linkAt(reader, top);
    assert.equal(await reader.path(), "/");
  });
});

onScreens(SCREENS.filter(({ size }) => size === "desktop"), (reader) => {
  test("back before the reader runs again shows the page that the address says", async () => {
    paper.misbehave(".wasm", { headers: { "Cache-Control": "no-store" } });
    await reader.visitAwake(paper.url("/"));
    await reader.click(".lead-story h2 a");
    await reader.sees(lead.article.headline);
    const release = paper.hold(".wasm");
    await reader.driver.navigate().refresh();
    await reader.driver.navigate().back();
    release();
    await reader.until("the front page is there", () => location.pathname === "/" && seen(".front-page"));
  });

  test("an address typed into the address bar opens, and back from there works", async () => {
    await reader.visitAwake(paper.url("/"));
    await reader.click(".lead-story h2 a");
    await reader.sees(lead.article.headline);
    await reader.visit(paper.url(sectionPath(site.sections[1].path)));
    await reader.sees(site.sections[1].name);
    await reader.driver.navigate().back();
    await reader.sees(lead.article.headline);
    await reader.driver.navigate().back();
    await reader.until("the front page is there", () => seen(".front-page"));
  });
});

async function atTop(reader) {
  await reader.until("the page is at its top", () => scrollY === 0);
}

async function scrollToMiddle(reader) {
  await reader.run(() => scrollTo({ top: 420, behavior: "instant" }));
  await reader.until("the page is scrolled", () => scrollY > 0);
  return reader.run(() => scrollY);
}

/** Clicks the link far down the front page; returns how far down the window it stood then. */
async function clickDeep(reader) {
  const link = await reader.bring(DEEP_LINK);
  const top = await reader.run((link) => link.getBoundingClientRect().top, link);
  await link.click();
  await reader.sees(deep.article.headline);
  return top;
}

async function linkAt(reader, top) {
  const isThere = (css, top) => Math.abs(seen(css)?.getBoundingClientRect().top - top) <= 3;
  await reader.until("the link is where it was clicked", isThere, DEEP_LINK, top);
}
