// What partners frame is finished in every state: withdrawn, unknown, empty, long, without a picture; narrow and wide, light and dark; and everyone can use it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { violations } from "./support/axe.mjs";
import { ENGINES, inChromium, onScreens } from "./support/browsers.mjs";
import { front, isWithdrawn, lead, site, stories, storyThat, word } from "./support/edition.mjs";
import { SITE } from "./support/environment.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();
const framed = ({ article }) => `/embed/article/${article.id}/`;
const published = stories.filter((story) => !isWithdrawn(story));
const byHeadline = [...published].sort((one, other) => other.article.headline.length - one.article.headline.length);
const FRAMES = {
  "a card": framed(lead),
  "a long headline": framed(byHeadline[0]),
  "no picture": framed(storyThat("card without a picture", (story) => !isWithdrawn(story) && !story.article.lead)),
  "an English card": framed(storyThat("English article", ({ article }) => article.language === "en")),
  "a withdrawn article": framed(storyThat("withdrawn article", isWithdrawn)),
  "an unknown article": "/embed/article/no-such-one/",
  "a whole article": `${framed(lead)}full/`,
  "a section": `/embed/section/${site.sections[0].path}/`,
  "related news": `/embed/related/${lead.article.id}/`,
  "no related news": `/embed/related/${storyThat("article without related news", (story) => !isWithdrawn(story) && story.related.length === 0).article.id}/`,
  "the other edition": `/hant${framed(lead)}`,
};
/** Widths, and what the partner wishes there. */
const LOOKS = [240, 320, 480, 600, 800].flatMap((width) => [[width, "#theme=light"], [width, "#theme=dark&scale=1.5&accent=ffdd00"]]);
const AUDITED = [240, 600];

inChromium((reader) => {
  for (const [name, path] of Object.entries(FRAMES)) {
    test(`${name} fits from 240 to 800 pixels, in every theme and size of text, without a violation`, async () => {
      for (const [width, wishes] of LOOKS) {
        await reader.devtools("Emulation.setDeviceMetricsOverride", { width, height: 450, deviceScaleFactor: 1, mobile: false });
        await reader.visit("about:blank");
        await reader.visit(paper.url(path) + wishes);
        const at = `${width} px, ${wishes || "as it is"}`;
        assert.ok((await reader.sideways()) <= 0, `${at} is wider than its frame`);
        if (AUDITED.includes(width)) assert.deepEqual(await violations(reader), [], at);
        assert.deepEqual(await reader.run(() => [...witness.errors, ...witness.violations]), [], at);
      }
      await reader.resize("desktop");
    });
  }

  test("a theme is taken from the device unless the partner chose one", async () => {
    const ground = () => getComputedStyle(document.documentElement).backgroundColor;
    const [light, dark] = ["rgb(251, 249, 244)", "rgb(16, 25, 29)"];
    for (const [device, wish, expected] of [["light", "", light], ["dark", "", dark], ["light", "#theme=dark", dark], ["dark", "#theme=light", light]]) {
      await reader.devtools("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: device }] });
      await reader.visit("about:blank");
      await reader.visit(paper.url(framed(lead)) + wish);
      assert.equal(await reader.run(ground), expected, `${device} ${wish}`);
    }
    await reader.devtools("Emulation.setEmulatedMedia", { features: [] });
  });

  test("its links are reached by the keyboard in the order of reading, and each opens a tab of its own", async () => {
    await reader.visit(paper.url(`/embed/section/${site.sections[0].path}/`));
    const links = await reader.run(() => [...document.links].map(({ href }) => href));
    const reached = [];
    for (let at = 0; at < links.length; at += 1) {
      await reader.press("\uE004");
      reached.push(await reader.run(() => document.activeElement.href));
    }
    assert.deepEqual(reached, links);
    assert.equal(await reader.run(() => document.querySelector("base").target), "_blank");
  });
});

onScreens(ENGINES, (reader) => {
  test("each state says in words what it is", async () => {
    const says = async (path, words) => {
      await reader.visit(paper.url(path));
      assert.ok((await reader.text("main")).includes(words), `${path}: ${words}`);
    };
    await says(FRAMES["a withdrawn article"], word("withdrawn"));
    await says(FRAMES["an unknown article"], word("not_there"));
    await says("/hant/embed/article/no-such-one/", word("not_there", "traditional"));
    await says(FRAMES["no related news"], word("no_related_news"));
    await says(framed(lead), front.lead.headline);
    assert.equal(await reader.run(() => document.cookie + JSON.stringify({ ...localStorage, ...sessionStorage })), "{}");
  });
});

test("no frame keeps anything, loads WASM or names another site", () => {
  const html = readFileSync(join(SITE, framed(lead), "index.html"), "utf8");
  const others = [...html.matchAll(/(?:src|srcset|href)="(https?:\/\/[^/"]+)/g)].map(([, origin]) => origin);
  assert.deepEqual([...new Set(others)], [new URL(site.url).origin], "but for the canonical address");
  const script = readFileSync(join(SITE, html.match(/src="\/(assets\/embed-frame-[^"]*)"/)[1]), "utf8");
  for (const word of ["fetch", "Storage", "cookie", "XMLHttpRequest", "sendBeacon", "indexedDB"]) assert.ok(!script.includes(word), word);
});
