// Two editions, Simplified and Traditional: the switch leads to the same page in the other, and nothing else does.

import assert from "node:assert/strict";
import { test } from "node:test";
import { By, SCREENS, onScreens } from "./support/browsers.mjs";
import { articleData, articlePath, lead, site, word } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();
const other = site.editions.find(({ path }) => path);
const alternate = (path) => `/${other.path}${path}`;
const SWITCH = ".masthead__editions a";
const said = (name) => word(name, "traditional");

onScreens(SCREENS, (reader) => {
  test("the switch leads to the page on screen, after navigation too, and back", async () => {
    await reader.visitAwake(paper.url("/"));
    await reader.mark();
    assert.equal(await path(reader), alternate("/"));
    await reader.click(".lead-story h2 a");
    await reader.sees(lead.article.headline);
    assert.ok(await reader.isSameDocument());
    assert.equal(await path(reader), alternate(articlePath(lead)));
    await reader.click(SWITCH);
    await reader.until("the other edition is there", (language) => document.documentElement.lang === language, other.language);
    assert.equal(await reader.path(), alternate(articlePath(lead)));
    assert.equal(await reader.isSameDocument(), false);
    await reader.awake();
    await reader.click(SWITCH);
    await reader.sees(lead.article.headline);
    assert.equal(await reader.path(), articlePath(lead));
  });

  test("navigation in the other edition fetches its own data, once, and stays there", async () => {
    await reader.visitAwake(paper.url(alternate("/")));
    await reader.mark();
    await reader.click(".lead-story h2 a");
    await reader.until("the article is there", () => seen("main article.article"));
    assert.ok(await reader.isSameDocument());
    assert.equal(await reader.path(), alternate(articlePath(lead)));
    assert.equal(paper.requests(articleData(lead).replace("/data/", `/data/${other.path}/`)).length, 1);
    assert.deepEqual(paper.requests(/^\/data\/(?!hant\/)/), []);
    await reader.until("the canonical address follows", (path) => document.querySelector("link[rel=canonical]").href.endsWith(path), alternate(articlePath(lead)));
    await reader.driver.navigate().back();
    await reader.until("the front page is there", () => seen(".front-page"));
    assert.ok(await reader.isSameDocument());
  });

  test("trouble is told in its script", async () => {
    paper.misbehave(/\/data\/(?!.*site)/, { status: 500 });
    await reader.visitAwake(paper.url(alternate("/")));
    await reader.click(".lead-story h2 a");
    await reader.until("words appear", (words) => document.querySelector("[role=alert]").innerText.includes(words), said("REFUSED"));
    for (const name of ["CANNOT_REACH", "TRY_AGAIN", "OPEN_PAGE", "CLOSE"]) {
      assert.ok((await reader.run(() => document.querySelector("[role=alert]").innerText)).includes(said(name)), name);
    }
    await reader.driver.findElement(By.linkText(said("OPEN_PAGE"))).click();
    await reader.until("the printed page is there", () => seen("main article.article"));
    assert.equal(await reader.path(), alternate(articlePath(lead)));
  });

  test("what is not there is told in its script, printed and in place", async () => {
    await reader.visit(paper.url(alternate("/article/there-is-no-such/")));
    await reader.sees(said("NOT_FOUND"));
    paper.misbehave(/\/data\/(?!.*site)/, { status: 404 });
    await reader.visitAwake(paper.url(alternate("/")));
    await reader.mark();
    await reader.click(".lead-story h2 a");
    await reader.sees(said("NOT_FOUND"));
    assert.ok(await reader.isSameDocument());
    assert.equal(await path(reader), "/");
    await reader.driver.findElement(By.linkText(said("TO_FRONT"))).click();
    await reader.until("the front page is there", () => seen(".front-page"));
    assert.equal(await reader.path(), alternate("/"));
  });

  test("the switch is large enough for a finger, and nothing is wider than a small screen", async () => {
    await reader.visit(paper.url(alternate("/")));
    const { width, height } = await (await reader.find(SWITCH)).getRect();
    assert.ok(width >= 44 && height >= 44, `${width}x${height}`);
    assert.ok((await reader.sideways()) <= 0);
  });
});

onScreens([{ engine: "chromium", size: "phone", scripts: false }], (reader) => {
  test("without scripts the switch works, too", async () => {
    await reader.visit(paper.url(articlePath(lead)));
    await reader.click(SWITCH);
    await reader.driver.wait(async () => (await reader.path()) === alternate(articlePath(lead)), 10_000, "the alternate");
  });
});

function path(reader) {
  return reader.run((css) => new URL(seen(css).href).pathname, SWITCH);
}
