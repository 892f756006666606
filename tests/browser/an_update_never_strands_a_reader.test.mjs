// Whatever is old and whatever is new, of page, data and worker, a reader ends on the right article or on a page that
// says what is wrong; also offline, when a deploy comes in the midst of a visit, and when half of what was kept is gone.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ENGINES, onScreens } from "./support/browsers.mjs";
import { STAY, without } from "./support/devices.mjs";
import { articlePath, front, lead, story, word } from "./support/edition.mjs";
import { kept, keeps, visitKept } from "./support/offline.mjs";
import { RELEASES, markOf, printReleases } from "./support/releases.mjs";
import { eachPaper } from "./support/paper.mjs";

const { roots, clear } = printReleases(RELEASES);
after(clear);
const paper = eachPaper({ isForgotten: true });

/** Far down the front page, so that nobody fetched it ahead. */
const far = story(front.strips.at(-1).headlines.at(-1).id);
const path = articlePath(far);
const link = `main a[href="${path}"]`;

const employed = (reader) => reader.until("the worker runs", () => Boolean(navigator.serviceWorker.controller));

/** Publishes a release, with the worker of another, or none. */
async function publish(release, worker) {
  await paper.deploy(roots[release]);
  paper.mend();
  if (worker === "none") paper.misbehave("/worker.js", { status: 404 });
  else if (worker !== release) paper.misbehave("/worker.js", { rewrites: () => readFileSync(join(roots[worker], "worker.js"), "utf8") });
}

/** The right article is on screen, as one of these releases has it. */
async function ends(reader, ...releases) {
  await reader.sees(far.article.headline);
  const headline = await reader.text("main h1");
  assert.ok(releases.some((release) => headline.includes(markOf(release))), `${headline} is of none of ${releases}`);
}

/** In the page: what was fetched ahead of an article is kept no more. */
async function forgetData(id) {
  for (const name of await caches.keys()) if (name.endsWith("data")) await (await caches.open(name)).delete(`/data/articles/${id}.json`);
  return true;
}

onScreens(ENGINES, (reader) => {
  before(() => reader.browser.preload(without(STAY)));

  for (const shell of ["N-2", "N-1", "N"]) {
    for (const data of RELEASES) {
      for (const worker of ["none", "N-2", "N-1", "N"]) {
        test(`page ${shell}, data ${data}, worker ${worker}`, async () => {
          await publish(shell, worker);
          await reader.visitAwake(paper.url("/"));
          if (worker !== "none") {
            await employed(reader);
            await keeps(reader, "/saved/", "/");
          }
          await publish(data, worker);
          await reader.click(link);
          await ends(reader, shell, data);
          assert.equal(await reader.path(), path);
          if (worker === "none") return;
          await reader.until("the way is noted", () => document.readyState === "complete");
          await keeps(reader, path);
          paper.cut();
          await reader.visit(paper.url(path));
          await ends(reader, shell, data);
        });
      }
    }
  }

  for (const worker of ["N-2", "N"]) {
    for (const shell of ["N-2", "N"]) {
      test(`page ${shell}, worker ${worker}: what was seen and what was saved opens without a network`, async () => {
        await publish(shell, worker);
        await visitKept(reader, paper, path);
        await reader.visitAwake(paper.url(articlePath(lead)));
        await reader.click(".save-button");
        await reader.until("it is saved", () => seen(".save-button").dataset.state === "saved");
        await publish("N", worker);
        paper.cut();
        await reader.visit(paper.url(path));
        await ends(reader, shell);
        await reader.visit(paper.url(articlePath(lead)));
        await reader.sees(lead.article.headline);
      });
    }
  }

  test("without a network a page of before opens in place by what it holds, and one of now as a page", async () => {
    for (const release of ["N-2", "N"]) {
      await publish(release, "N");
      await visitKept(reader, paper, path);
      await visitKept(reader, paper, "/");
      await keeps(reader, "/data/site.json");
      await reader.run(forgetData, far.article.id);
      paper.cut();
      await reader.visitAwake(paper.url("/"));
      await reader.mark();
      await reader.click(link);
      await ends(reader, release);
      assert.equal(await reader.isSameDocument(), release === "N-2");
    }
  });

  test("a deploy in the midst of a visit parts no page from its scripts", async () => {
    await publish("N-1", "N-1");
    await visitKept(reader, paper, articlePath(lead));
    await publish("N", "N");
    await reader.click(".save-button");
    await reader.until("it is saved", () => seen(".save-button").dataset.state === "saved");
    await reader.visitAwake(paper.url("/"));
    await reader.click(link);
    await ends(reader, "N");
    paper.cut();
    await reader.visitAwake(paper.url(articlePath(lead)));
    await reader.sees(lead.article.headline);
  });

  test("a new worker takes over no page that is open", async () => {
    await publish("N-1", "N-1");
    await visitKept(reader, paper, "/");
    await publish("N", "N");
    const states = async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      if (!window.isUpdated) await registration.update();
      window.isUpdated = true;
      return registration.waiting && registration.active && registration.waiting !== registration.active;
    };
    await reader.until("the new worker waits", states);
  });

  test("where half of what was kept is gone, the page reads and the rest is told in words", async () => {
    await publish("N", "N");
    await visitKept(reader, paper, path);
    await reader.visitAwake(paper.url(path));
    const drop = async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const { url } of await cache.keys()) if (/\.wasm$|boot|data\//.test(url) && !name.endsWith("home")) await cache.delete(url);
      }
      return true;
    };
    await reader.run(drop);
    paper.cut();
    await reader.visit(paper.url(path));
    await ends(reader, "N");
    await reader.visit(paper.url(articlePath(lead)));
    await reader.sees(word("no_network"), "main h2");
    await reader.run(async () => {
      for (const name of await caches.keys()) if (name.endsWith("pages")) await caches.delete(name);
      return true;
    });
    await reader.visit(paper.url(path));
    await reader.sees(word("no_network"), "main h2");
  });

  test("turned off, the worker goes and takes all that it kept with it", async () => {
    const off = printReleases(["N"], { offline: false });
    try {
      await publish("N", "N");
      await visitKept(reader, paper, path);
      assert.ok((await kept(reader)).length > 0);
      await paper.deploy(off.roots.N);
      await reader.visit(paper.url(path));
      await reader.until("the worker is gone", async () => {
        const [worker] = await navigator.serviceWorker.getRegistrations();
        await worker?.update().catch(() => {});
        return !worker;
      });
      await reader.visitAwake(paper.url(path));
      await ends(reader, "N");
      await reader.until("nothing is kept", async () => (await caches.keys()).length === 0);
      assert.equal(await reader.run(() => Boolean(navigator.serviceWorker.controller)), false);
      assert.equal(await reader.run(() => Boolean(seen(".save-button"))), false);
      await reader.visit(paper.url(`/section/${far.article.section}/`));
      assert.equal(await reader.run(() => Boolean(seen(".save-section"))), false);
    } finally {
      off.clear();
    }
  });
});
