// Front page, lead, related news, section, older page, back and back: in Chromium, Firefox and WebKitGTK.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SCREENS, onScreens } from "./support/browsers.mjs";
import { articlePath, canonical, lead, published, section, site, storyWithBlock } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";
import { readCode } from "./support/qr.mjs";

const paper = eachPaper();
const longest = site.sections.find(({ path }) => section(path).older) ?? site.sections[0];
const EVERYWHERE = [...SCREENS, { engine: "webkit", size: "desktop" }];

onScreens(EVERYWHERE, (reader) => {
  test("one reads from page to page in place, and back", async () => {
    await reader.visitAwake(paper.url("/"));
    await reader.mark();
    await reader.click(".lead-story h2 a");
    await reader.sees(lead.article.headline);
    const isTitled = (headline) => document.title.startsWith(headline);
    await reader.until("the title is the article's", isTitled, lead.article.headline);
    await reader.click(".related-news h3 a");
    await reader.sees(lead.related[0].headline);
    assert.equal(await reader.path(), `/article/${lead.related[0].id}/`);
    await reader.click(`.footer a[href="/section/${longest.path}/"]`);
    await reader.sees(longest.name);
    if (section(longest.path).older) {
      await reader.click('.pager a[rel="next"]');
      await reader.sees(`第${section(longest.path).older}页`);
      await reader.driver.navigate().back();
      await reader.until("the section is there", () => !location.pathname.includes("/page/"));
    }
    await reader.driver.navigate().back();
    await reader.sees(lead.related[0].headline);
    await reader.driver.navigate().back();
    await reader.sees(lead.article.headline);
    assert.equal(await reader.path(), articlePath(lead));
    assert.ok(await reader.isSameDocument());
  });

  test("an embed is loaded when it is asked for, from the allowed origin only", async () => {
    const story = storyWithBlock("embed");
    const { src } = story.article.body.find(({ kind }) => kind === "embed");
    await reader.visitAwake(paper.url(articlePath(story)));
    assert.equal(await reader.run(() => document.querySelectorAll("iframe").length), 0);
    await reader.click(".embed button");
    const frame = await reader.find(".embed iframe");
    assert.equal(await frame.getAttribute("src"), src);
    const origins = site.players.map(({ origin }) => origin);
    assert.ok(origins.includes(new URL(src).origin));
    assert.ok((await frame.getAttribute("sandbox")).includes("allow-scripts"));
    assert.ok((await frame.getAttribute("title")).length > 0);
    await reader.until("the button is gone", () => document.querySelector(".embed button").hidden);
  });

  test("a fresh article says how many hours ago it came, on its page and when it is fetched", async () => {
    paper.misbehave(/\/$|\.json$/, { rewrites: published(lead.article.firstCreated, 3) });
    await reader.visitAwake(paper.url(articlePath(lead)));
    await reader.until("the printed time is told anew", () => seen(".article__meta time").textContent === "3 小时前");
    assert.match(await reader.run(() => seen(".article__meta time").title), /^\d{4}年\d+月\d+日 \d\d:\d\d$/);
    await reader.visitAwake(paper.url("/"));
    await reader.click(".lead-story h2 a");
    await reader.sees(lead.article.headline);
    await reader.until("the fetched time is told", () => seen(".article__meta time").textContent === "3 小时前");
  });
});

onScreens(EVERYWHERE.filter(({ engine }) => engine === "webkit"), (reader) => {
  test("without WASM the paper can be read all the same, and its code too", async () => {
    paper.misbehave(".wasm", { flips: true });
    await reader.visit(paper.url("/"));
    await reader.awake("failed");
    await reader.click(".lead-story h2 a");
    await reader.sees(lead.article.headline);
    await reader.bring(".qr-code");
    assert.equal(readCode(await reader.driver.takeScreenshot()), canonical(articlePath(lead)));
  });
});
