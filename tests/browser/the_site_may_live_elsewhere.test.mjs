// Under a path of its host, and with its data on another origin, the paper reads as anywhere.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ENGINES, onScreens } from "./support/browsers.mjs";
import { articlePath, lead, section, site } from "./support/edition.mjs";
import { CONTENT, READER, STRAIT } from "./support/environment.mjs";
import { freePort, serve } from "./support/server.mjs";

const longest = site.sections.find(({ path }) => section(path).older) ?? site.sections[0];

describe("under a path of its host", () => {
  const paper = {};
  const root = folder();
  before(async () => {
    print(root, ["--base-url", "https://news.example/paper/"]);
    Object.assign(paper, await serve({ root, base: "/paper/" }));
  });
  after(() => clear(paper, root));

  onScreens(ENGINES, (reader) => {
    test("one reads from page to page in place, and nothing is asked for outside the path", async () => {
      await tour(reader, paper, "/paper");
      const outside = paper.log.filter(({ path }) => !path.startsWith("/paper/") && path !== "/favicon.ico");
      assert.deepEqual(outside, []);
      assert.equal(await reader.run(() => document.querySelector("link[rel=canonical]").href), `https://news.example/paper${articlePath(lead)}`);
    });
  });
});

describe("with its data on another origin", () => {
  const [paper, data] = [{}, {}];
  const root = folder();
  before(async () => {
    const port = await freePort();
    print(root, ["--data-url", `http://127.0.0.1:${port}/data/`]);
    Object.assign(data, await serve({ root, port }));
    Object.assign(paper, await serve({ root }));
  });
  after(async () => {
    await data.close();
    await clear(paper, root);
  });

  onScreens(ENGINES, (reader) => {
    test("one reads from page to page in place, and all data comes from there", async () => {
      data.forget();
      await tour(reader, paper, "");
      assert.deepEqual(paper.requests("/data/"), []);
      assert.ok(data.requests(`/data/articles/${lead.article.id}.json`).length >= 1);
      assert.deepEqual(data.log.filter(({ path }) => !path.startsWith("/data/")), []);
    });

    test("when that origin does not answer, the printed pages do", async () => {
      await reader.visitAwake(paper.url("/"));
      data.misbehave("/data/", { resets: true });
      await reader.run(() => scrollTo({ top: document.body.scrollHeight, behavior: "instant" }));
      await reader.click(`.footer nav li:nth-child(${site.sections.length}) a`);
      await reader.until("words appear", () => document.querySelector("[role=alert]").innerText.trim() !== "");
      await reader.click("[role=alert] a");
      await reader.sees(site.sections.at(-1).name);
      data.mend();
    });
  });
});

/** Front, lead, related news, section, older page, back: all in one document. */
async function tour(reader, paper, base) {
  await reader.visitAwake(paper.url("/"));
  await reader.mark();
  await reader.click(".footer nav li:nth-child(2) a");
  await reader.sees(site.sections[1].name);
  await reader.click(`.masthead nav a[href="${base}/section/${longest.path}/"]`);
  await reader.sees(longest.name);
  if (section(longest.path).older) {
    await reader.click('.pager a[rel="next"]');
    await reader.sees(`第${section(longest.path).older}页`);
  }
  await reader.click(".masthead__name a");
  await reader.until("the front page is there", () => seen(".front-page"));
  await reader.click(".lead-story h2 a");
  await reader.sees(lead.article.headline);
  await reader.click(".related-news__all a");
  await reader.until("the related page is there", () => seen(".related-page"));
  await reader.driver.navigate().back();
  await reader.sees(lead.article.headline);
  assert.ok(await reader.isSameDocument());
  assert.equal(await reader.path(), `${base}${articlePath(lead)}`);
  assert.deepEqual(await reader.run(() => [...witness.violations, ...witness.errors]), []);
}

function print(out, settings) {
  execFileSync(STRAIT, ["build", "--content", CONTENT, "--reader", READER, "--out", out, ...settings], { stdio: "pipe" });
}

function folder() {
  return mkdtempSync(join(tmpdir(), "strait-elsewhere-"));
}

async function clear(paper, root) {
  await paper.close();
  rmSync(root, { recursive: true });
}
