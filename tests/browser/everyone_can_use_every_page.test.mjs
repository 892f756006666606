// No accessibility violation on any kind of page, light and dark, 320 px and 1280 px; nothing sticks out, at 200 % text either.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations, violationsEverywhere } from "./support/axe.mjs";
import { SCREENS, inChromium, onScreens } from "./support/browsers.mjs";
import { articleKinds, articlePath, lead, relatedPath, section, sectionPath, site } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();
const longest = site.sections.find(({ path }) => section(path).older) ?? site.sections[0];
const PAGES = {
  "the front page": "/",
  "a section": sectionPath(longest.path),
  "a section below sections": sectionPath(lead.article.section),
  "an old page": `${sectionPath(longest.path)}page/1/`,
  "related news": relatedPath(lead),
  "not found": "/no/such/page/",
  search: "/search/?q=%E9%B9%AD%E6%B1%9F",
  "what is saved": "/saved/",
  settings: "/settings/",
  "settings in the other script": "/hant/settings/",
  "a page beside the news": "/about/",
  "all corrections": "/corrections/",
  "an old page of corrections": "/corrections/page/1/",
  "all corrections in the other script": "/hant/corrections/",
  "the front page in the other script": "/hant/",
  "an article in the other script": `/hant${articlePath(lead)}`,
  ...Object.fromEntries(Object.entries(articleKinds()).map(([name, story]) => [name, articlePath(story)])),
};

inChromium((reader) => {
  for (const [name, path] of Object.entries(PAGES)) {
    test(`${name} has no violation`, async () => {
      await reader.visit(paper.url(path));
      // A tool's page is whole when its tool is there, the others when the reader runs.
      await reader.until("the page is whole", () => {
        const place = document.querySelector("div[data-tool]");
        return place ? place.childElementCount > 0 : document.documentElement.dataset.reader === "ready";
      });
      assert.deepEqual(await violationsEverywhere(reader), []);
    });
  }

  test("a page opened in place, the open menu, the open share card and the words of trouble have none", async () => {
    await reader.visitAwake(paper.url("/"));
    await reader.click(".lead-story h2 a");
    await reader.sees(lead.article.headline);
    paper.misbehave("/data/", { status: 503 });
    await reader.click(".footer nav a");
    await reader.until("words appear", () => document.querySelector("[role=alert]").innerText.trim() !== "");
    assert.deepEqual(await violationsEverywhere(reader), [], "trouble");
    await reader.resize("narrow");
    await reader.click("[role=alert] button:last-of-type");
    await reader.click(".masthead__menu summary");
    await violations(reader).then((found) => assert.deepEqual(found, [], "menu"));
    await reader.click(".masthead__menu summary");
    await reader.click(".continue-on-phone button");
    await violations(reader).then((found) => assert.deepEqual(found, [], "share card"));
    await reader.resize("desktop");
  });

  test("with forced colours the page still has its words and its focus ring", async () => {
    await reader.devtools("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
    await reader.visitAwake(paper.url(articlePath(lead)));
    await reader.run(() => seen(".breadcrumb a").focus({ focusVisible: true }));
    assert.notEqual(await reader.run(() => getComputedStyle(document.activeElement).outlineStyle), "none");
    assert.ok(await (await reader.find("main h1")).isDisplayed());
    // The engine replaces colours after the stage that axe looks at, so contrast is left to it.
    assert.deepEqual((await violations(reader)).filter((words) => !words.startsWith("color-contrast")), []);
    await reader.devtools("Emulation.setEmulatedMedia", { features: [] });
  });

  test("with reduced motion nothing moves by itself", async () => {
    await reader.devtools("Emulation.setEmulatedMedia", { features: [{ name: "prefers-reduced-motion", value: "reduce" }] });
    const release = paper.hold("/data/articles/");
    await reader.visitAwake(paper.url("/"));
    await reader.click(".lead-story h2 a");
    await reader.until("the bar appears", () => !document.querySelector("[role=progressbar]").hidden);
    assert.deepEqual(await reader.run(() => document.getAnimations().map(({ playState }) => playState)), []);
    release();
    await reader.sees(lead.article.headline);
    await reader.devtools("Emulation.setEmulatedMedia", { features: [] });
  });

  test("a page that has a violation is noticed", async () => {
    await reader.visitAwake(paper.url("/"));
    await reader.run(() => document.querySelector("main").append(document.createElement("img"), document.createElement("button")));
    assert.ok((await violations(reader)).length >= 2);
  });
});

onScreens(SCREENS.filter(({ size }) => size === "phone"), (reader) => {
  staysInside(reader, "at 320 px", "narrow", "");
  staysInside(reader, "at 200 % text", "phone", "32px");
});

inChromium((reader) => staysInside(reader, "at 200 % text, on a desk", "desktop", "32px"));

function staysInside(reader, name, size, fontSize) {
  test(`nothing sticks out sideways ${name}`, async () => {
    await reader.resize(size);
    const wide = [];
    for (const [page, path] of Object.entries(PAGES)) {
      await reader.visit(paper.url(path));
      await reader.run((fontSize) => void (document.documentElement.style.fontSize = fontSize), fontSize);
      const pixels = await reader.sideways();
      if (pixels > 0) wide.push(`${page}: ${pixels} px, ${await culprit(reader)}`);
    }
    assert.deepEqual(wide, []);
  });
}

/** The innermost element that reaches farthest to the right. */
function culprit(reader) {
  return reader.run(() => {
    const isFree = (element) => !element.closest(".table, .visually-hidden, .picture-rail ul, [hidden]");
    const ends = [...document.body.querySelectorAll("*")].filter(isFree).map((element) => [element.getBoundingClientRect().right, element]);
    const [, element] = ends.reduce((far, next) => (next[0] >= far[0] ? next : far));
    return `${element.localName}.${element.getAttribute("class")} “${element.textContent.slice(0, 20)}”`;
  });
}
