// Hydration keeps the DOM, fetches nothing again, moves nothing and logs nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SCREENS, inChromium, onScreens } from "./support/browsers.mjs";
import { articlePath, lead, published, sectionPath, site } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();
const PAGES = { "the front page": "/", "an article": articlePath(lead), "a section": sectionPath(site.sections[0].path) };

onScreens(SCREENS, (reader) => {
  for (const [name, path] of Object.entries(PAGES)) {
    test(`${name} keeps every node, and changes only the times of recent articles`, async () => {
      await reader.console();
      await reader.visitAwake(paper.url(path));
      await settled(reader);
      const [marked, kept, mutations] = await reader.run(() => [witness.marked, witness.count(), witness.mutations]);
      assert.ok(marked > 100, `a printed page has nodes: ${marked}`);
      const others = mutations.filter(({ at }) => !at.startsWith("time.moment"));
      assert.deepEqual(others, []);
      assert.equal(kept, marked);
      assert.deepEqual(await complaints(reader), []);
      assert.deepEqual(paper.requests("/data/").filter(({ path: asked }) => asked === dataOf(path)), [], "what is printed is not fetched again");
    });
  }
});

for (const size of ["phone", "desktop"]) {
  inChromium((reader) => {
    for (const [name, path] of Object.entries(PAGES)) {
      test(`${name} moves nothing, on load and on waking up, when news is three hours old`, async () => {
        paper.misbehave(/\/$/, { rewrites: published(lead.article.firstCreated, 3) });
        await reader.visitAwake(paper.url(path));
        await settled(reader);
        await reader.until("the time is told", () => document.body.textContent.includes("3 小时前"));
        assert.deepEqual(await reader.run(() => witness.shifts), []);
      });
    }

    test("a page that does move is noticed", async () => {
      await reader.visitAwake(paper.url("/"));
      await reader.run(() => document.body.prepend(Object.assign(document.createElement("p"), { textContent: "late" })));
      await reader.until("the shift is noted", () => witness.shifts.length > 0);
    });
  }, size);
}

/** Waits until what follows waking up has happened: two frames and an idle moment. */
async function settled(reader) {
  await reader.until("pictures in view are there", () => [...document.images].every((image) => image.loading === "lazy" || image.complete));
  await reader.driver.executeAsyncScript((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => requestIdleCallback(done), 100)));
  });
}

async function complaints(reader) {
  const { errors, violations } = await reader.run(() => ({ errors: witness.errors, violations: witness.violations }));
  return [...errors, ...violations, ...(await reader.console())];
}

function dataOf(path) {
  return path === "/" ? "/data/front.json" : path.replace(/^\/article\/(.*)\/$/, "/data/articles/$1.json").replace(/^\/section\/(.*)\/$/, "/data/sections/$1/latest.json");
}
