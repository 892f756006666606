// While the next page is on its way the last one stays; a wait is shown, a short one is not.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SCREENS, onScreens } from "./support/browsers.mjs";
import { articleData, articlePath, front, lead } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();
const LEAD_LINK = ".lead-story h2 a";

onScreens(SCREENS, (reader) => {
  test("the last page stays, with a bar, until the next is there", async () => {
    const release = paper.hold(articleData(lead));
    await reader.visitAwake(paper.url("/"));
    const title = await reader.title();
    const bar = await reader.find("[role=progressbar]");
    assert.equal(await bar.isDisplayed(), false);
    await reader.click(LEAD_LINK);
    await reader.until("the bar appears", () => !document.querySelector("[role=progressbar]").hidden);
    assert.equal(await bar.isDisplayed(), true);
    assert.ok(await (await reader.find(LEAD_LINK)).isDisplayed());
    assert.equal(await reader.title(), title);
    assert.equal(await reader.path(), "/");
    release();
    await reader.sees(lead.article.headline);
    assert.equal(await reader.path(), articlePath(lead));
    await reader.until("the bar is gone", () => document.querySelector("[role=progressbar]").hidden);
  });

  test("a page that is there already comes without a bar", async () => {
    await reader.visitAwake(paper.url(articlePath(lead)));
    await reader.click(".masthead__name a");
    await reader.until("the front page is there", () => seen(".front-page"));
    await reader.run(() => {
      const bar = document.querySelector("[role=progressbar]");
      window.sawBar = false;
      new MutationObserver(() => (window.sawBar ||= !bar.hidden)).observe(bar, { attributes: true });
    });
    await reader.click(LEAD_LINK);
    await reader.sees(lead.article.headline);
    assert.equal(await reader.run(() => window.sawBar), false, "in the same document no bar was seen");
  });

  test("while one page is awaited another can be opened", async () => {
    const other = front.beside[0];
    const release = paper.hold(articleData(lead));
    await reader.visitAwake(paper.url("/"));
    await reader.click(LEAD_LINK);
    await reader.until("the bar appears", () => !document.querySelector("[role=progressbar]").hidden);
    await reader.mark();
    await reader.click(`main a[href="/article/${other.id}/"]`);
    await reader.sees(other.headline);
    await reader.until("the bar is gone", () => document.querySelector("[role=progressbar]").hidden);
    release();
    await reader.run((file) => fetch(file).then((answer) => answer.text()), articleData(lead));
    assert.equal(await reader.path(), `/article/${other.id}/`, "what came too late stays away");
    await reader.sees(other.headline);
    assert.ok(await reader.isSameDocument());
  });
});
