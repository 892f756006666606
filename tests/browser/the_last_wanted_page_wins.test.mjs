// However fast a reader clicks and whatever order answers come in, the page asked for last is shown.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINES, SCREENS, onScreens } from "./support/browsers.mjs";
import { articleData, articlePath, front, lead, story, word } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();
const [second, third] = front.strips.flatMap(({ headlines }) => headlines).map(({ id }) => story(id)).filter(({ article }) => article.id !== lead.article.id);
const link = (story) => `main a[href="${articlePath(story)}"]`;
const SEEDS = [1, 2];

onScreens(ENGINES, (reader) => {
  test("a page that was left does not come back when its answer comes last", async () => {
    const release = paper.hold(articleData(second));
    await reader.visitAwake(paper.url("/"));
    await reader.mark();
    await reader.click(link(second));
    await reader.click(link(third));
    await reader.sees(third.article.headline);
    release();
    await reader.driver.sleep(300);
    await reader.sees(third.article.headline);
    assert.equal(await reader.path(), articlePath(third));
    assert.ok(await reader.isSameDocument());
  });

  test("the request for a page that was left is cancelled", async () => {
    // A worker asks on the reader's behalf, and Firefox does not tell it that they gave up.
    paper.misbehave("/worker.js", { status: 404 });
    const release = paper.hold(articleData(second));
    await reader.visitAwake(paper.url("/"));
    await reader.click(link(second));
    await reader.until("the wait is shown", () => !document.querySelector(".loading-bar").hidden);
    await reader.click(link(third));
    await reader.sees(third.article.headline);
    await reader.driver.wait(() => paper.requests(articleData(second)).every(({ aborted }) => aborted), 10_000, "the request is cancelled");
    release();
  });

  test("back cancels a page that is on its way, and stays where it leads", async () => {
    const release = paper.hold(articleData(second));
    await reader.visitAwake(paper.url("/"));
    await reader.click(link(lead));
    await reader.sees(lead.article.headline);
    await reader.run((path) => {
      const link = Object.assign(document.createElement("a"), { id: "added", textContent: "link", href: path });
      seen("main h1").after(link);
    }, articlePath(second));
    await reader.click("#added");
    await reader.driver.navigate().back();
    await reader.until("the front page is there", () => seen(".front-page"));
    release();
    await reader.driver.sleep(300);
    assert.equal(await reader.path(), "/");
    assert.ok(await reader.run(() => seen(".front-page") !== null));
  });
});

onScreens(SCREENS, (reader) => {
  for (const seed of SEEDS) {
    test(`twenty clicks and steps back in a hurry end on the article asked for last (seed ${seed})`, async () => {
      const random = randomFrom(seed);
      paper.misbehave("/data/", { delay: () => random() * 300 });
      await reader.visitAwake(paper.url("/"));
      await reader.mark();
      const wanted = await hurry(reader, seed);
      await reader.until("the last wanted page is there", (path) => location.pathname === path && seen("main article.article"), wanted);
      const { article } = story(wanted.split("/")[2]);
      await reader.sees(article.headline);
      await reader.driver.sleep(500);
      await reader.sees(article.headline);
      assert.equal(await reader.path(), wanted);
      assert.ok((await reader.title()).startsWith(article.headline), await reader.title());
      assert.equal(await reader.run(() => new URL(document.querySelector("link[rel=canonical]").href).pathname), wanted);
      assert.ok(await reader.isSameDocument());
      assert.ok(!(await reader.run(() => document.body.innerText)).includes(word("CANNOT_REACH")));
      assert.deepEqual(await reader.run(() => witness.errors), []);
    });
  }
});

/** Clicks article links and steps back, twenty times with short random pauses; returns the path clicked last. */
function hurry(reader, seed) {
  return reader.driver.executeAsyncScript(
    (seed, randomFrom, done) => {
      const random = new Function(`return ${randomFrom}`)()(seed);
      const first = history.state;
      const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
      // A step back may be overtaken by a page that arrives, and then nobody is told of it.
      const goBack = () => Promise.race([pause(1000), new Promise((resolve) => (addEventListener("popstate", resolve, { once: true }), history.back()))]);
      const clickOne = async () => {
        const leads = (link) => /^\/article\/[\w-]+\/$/.test(link.pathname) && link.pathname !== location.pathname && !link.closest("main [hidden]");
        let links = [];
        while (links.length === 0) {
          links = [...document.querySelectorAll("main a[href^='/article/']")].filter(leads);
          if (links.length === 0) await pause(20);
        }
        const link = links[Math.floor(random() * links.length)];
        link.click();
        return link.pathname;
      };
      (async () => {
        for (let step = 0; step < 19; step += 1) {
          if (random() < 0.3 && history.state !== first) await goBack();
          else await clickOne();
          await pause(random() * 250);
        }
        done(await clickOne());
      })();
    },
    seed,
    String(randomFrom),
  );
}

/** A small generator of numbers from 0 to 1 that can be repeated (mulberry32). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
