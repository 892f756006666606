// While a page is open its reader is told of what is new, and nothing that is read moves.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./support/axe.mjs";
import { ENGINES, PATIENCE, onScreens } from "./support/browsers.mjs";
import { HURRIED } from "./support/devices.mjs";
import { articleData, articlePath, canonical, lead, plainStories, sectionPath } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();
const other = plainStories.find((story) => story !== lead && story.article.id !== lead.article.id);
const LATEST = "/data/latest.json";
const SOON = new Date(Date.now() - 60_000).toISOString();

const headline = (id, more = {}) => ({ id, section: lead.article.section, headline: `新闻${id}`, summary: "", firstCreated: SOON, ...more });
const andNew = (...fresh) => ({ rewrites: (text) => JSON.stringify([...fresh, ...JSON.parse(text)]) });

async function visit(reader, path) {
  await reader.browser.forgetPreloaded();
  await reader.browser.preload(HURRIED);
  await reader.visitAwake(paper.url(path));
}

const told = (reader, kind) => reader.until(`${kind} is told`, (kind) => document.querySelector(`.news-notice--${kind}`)?.textContent, kind);

onScreens(ENGINES, (reader) => {
  for (const [name, path] of Object.entries({ "the front page": "/", "a section": sectionPath(lead.article.section) })) {
    test(`${name} says how many new articles there are; nothing moves until one wants them`, async () => {
      paper.misbehave(LATEST, andNew(headline("n1"), headline("n2"), headline("n3"), headline("far", { section: "no/where" })));
      await visit(reader, path);
      await reader.run(() => scrollTo(0, 300));
      const before = await reader.run(() => [scrollY, seen("main h2").getBoundingClientRect().top]);
      const words = await told(reader, "new");
      assert.match(words, new RegExp(`^${path === "/" ? 4 : 3} 条新报道`));
      assert.deepEqual(await reader.run(() => [scrollY, seen("main h2").getBoundingClientRect().top]), before);
      await reader.mark();
      await reader.click(".news-notice__act");
      await reader.until("the page is anew", () => !globalThis.isSameDocument && document.readyState === "complete");
    });
  }

  test("an article that was changed says so, and what was corrected", async () => {
    await visit(reader, articlePath(lead));
    paper.misbehave(articleData(lead), {
      rewrites: (text) => {
        const story = JSON.parse(text);
        const corrections = [...(story.article.corrections ?? []), { kind: "correction", at: SOON, text: "首班船是五点二十开" }];
        return JSON.stringify({ ...story, article: { ...story.article, versionCreated: SOON, corrections } });
      },
    });
    const words = await told(reader, "changed");
    assert.ok(words.includes("本文已更新") && words.includes("首班船是五点二十开"), words);
  });

  test("an article that was not changed says nothing", async () => {
    await visit(reader, articlePath(lead));
    paper.forget();
    const asked = () => paper.requests(articleData(lead)).length;
    await reader.driver.wait(() => asked() >= 2, PATIENCE);
    assert.equal(await reader.run(() => document.querySelectorAll(".news-notice").length), 0);
  });

  test("who follows news that cannot wait is not told of it again", async () => {
    paper.misbehave(LATEST, andNew(headline(other.article.id, { isBreaking: true, headline: "台风今晚登陆" })));
    await visit(reader, "/");
    await told(reader, "breaking");
    await reader.click(".news-notice--breaking a");
    await reader.sees(other.article.headline);
    await reader.until("the notice is gone", () => !document.querySelector(".news-notice--breaking"));
    await reader.click(".masthead__name a");
    await reader.sees(lead.article.headline, "main h2");
    paper.forget();
    await reader.driver.wait(() => paper.requests(LATEST).length >= 2, PATIENCE);
    assert.equal(await reader.run(() => document.querySelectorAll(".news-notice--breaking").length), 0);
  });

  test("what is told already is not told anew: the focus stays where it is", async () => {
    paper.misbehave(LATEST, andNew(headline("n1")));
    await visit(reader, "/");
    await told(reader, "new");
    await reader.run(() => document.querySelector(".news-notice__act").focus());
    paper.forget();
    await reader.driver.wait(() => paper.requests(LATEST).length >= 2, PATIENCE);
    assert.equal(await reader.run(() => document.activeElement.className), "news-notice__act");
  });

  test("news that cannot wait is told on any page, once", async () => {
    paper.misbehave(LATEST, andNew(headline("b1", { isBreaking: true, headline: "台风今晚登陆" })));
    await visit(reader, articlePath(lead));
    const words = await told(reader, "breaking");
    assert.ok(words.includes("快讯") && words.includes("台风今晚登陆"));
    const href = await reader.run(() => new URL(document.querySelector(".news-notice--breaking a").href).pathname);
    assert.equal(href, new URL(canonical("/article/b1/")).pathname);
    assert.deepEqual(await violations(reader), []);
    await reader.click(".news-notice--breaking button");
    paper.forget();
    await reader.driver.wait(() => paper.requests(LATEST).length >= 2, PATIENCE);
    assert.equal(await reader.run(() => document.querySelectorAll(".news-notice--breaking").length), 0);
  });

  test("nothing is asked while nobody looks or there is no network, and at once when there is one again", async () => {
    await reader.browser.forgetPreloaded();
    await reader.browser.preload(`${HURRIED} Object.defineProperty(Navigator.prototype, "onLine", { get: () => !("noNetwork" in document.documentElement.dataset), configurable: true });
      Object.defineProperty(Document.prototype, "hidden", { get: () => "isHidden" in document.documentElement.dataset, configurable: true });`);
    await reader.visitAwake(paper.url("/"));
    for (const [name, begins, ends] of [["noNetwork", "offline", "online"], ["isHidden", "visibilitychange", "visibilitychange"]]) {
      await reader.run((name, sign) => void ((document.documentElement.dataset[name] = ""), document.dispatchEvent(new Event(sign, { bubbles: true }))), name, begins);
      await reader.until("two of its pauses pass", () => new Promise((done) => setTimeout(() => setTimeout(() => done(true), 9000), 9000)));
      paper.forget();
      await reader.until("two more pass", () => new Promise((done) => setTimeout(() => setTimeout(() => done(true), 9000), 9000)));
      assert.equal(paper.requests(LATEST).length, 0, name);
      await reader.run((name, sign) => void (delete document.documentElement.dataset[name], document.dispatchEvent(new Event(sign, { bubbles: true }))), name, ends);
      await reader.driver.wait(() => paper.requests(LATEST).length >= 1, PATIENCE);
    }
    await reader.browser.forgetPreloaded();
  });

  test("each look costs next to nothing, and those that find nothing come at longer and longer intervals", async () => {
    await visit(reader, "/");
    await reader.driver.wait(() => paper.requests(LATEST).length >= 4, PATIENCE);
    const [first, ...later] = paper.requests(LATEST);
    assert.ok(first.bytes > 0 && later.every(({ status, bytes }) => status === 304 && bytes === 0), JSON.stringify(later));
    const pauses = (await reader.run(() => waits)).filter((time) => time > 30_000).slice(0, 3);
    assert.ok(pauses[1] > 1.3 * pauses[0] && pauses[2] > 1.3 * pauses[1], pauses.join());
  });
});
