// A page carries the CSS of its kind alone: it looks as it would with all of it, and so does what opens in it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browsers.mjs";
import { articleKinds, articlePath, lead, relatedPath, section, sectionPath, site } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();
const longest = site.sections.find(({ path }) => section(path).older) ?? site.sections[0];
const PAGES = {
  "the front page": "/",
  "a section": sectionPath(longest.path),
  "an old page": `${sectionPath(longest.path)}page/1/`,
  "related news": relatedPath(lead),
  "not found": "/no/such/page/",
  ...Object.fromEntries(Object.entries(articleKinds()).map(([name, story]) => [name, articlePath(story)])),
};

/** How each element of the page, and what is put before and after it, looks. Runs in the page. */
function looks() {
  const told = [];
  for (const element of document.querySelectorAll("html, body, body *:not([hidden])")) {
    for (const part of [null, "::before", "::after", "::marker", "::backdrop"]) {
      const style = getComputedStyle(element, part);
      if (part && style.content === "none" && part !== "::marker") continue;
      const values = [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`);
      told.push(`${element.localName}.${element.className?.baseVal ?? element.className}${part ?? ""} ${values.join("; ")}`);
    }
  }
  return told;
}

/** Takes all of the style on, as the reader does. Runs in the page. */
function takeAllOn(done) {
  const { style } = document.querySelector("script[data-style]").dataset;
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: style });
  link.addEventListener("load", () => done(document.styleSheets.length));
  document.head.append(link);
}

for (const size of ["phone", "desktop"]) {
  inChromium((reader) => {
    for (const [name, path] of Object.entries(PAGES)) {
      test(`${name} looks the same with all of the style`, async () => {
        paper.misbehave(".wasm", { status: 503 });
        await reader.visit(paper.url(path));
        await reader.until("the reader is out of the way", () => document.documentElement.dataset.reader === "failed");
        const before = await reader.run(looks);
        assert.ok((await reader.driver.executeAsyncScript(takeAllOn)) > 1);
        const after = await reader.run(looks);
        assert.equal(after.length, before.length);
        const changed = before.flatMap((told, at) => (told === after[at] ? [] : [difference(told, after[at])]));
        assert.deepEqual(changed, []);
      });
    }

    test("a rule that is missing is noticed", async () => {
      paper.misbehave(".wasm", { status: 503 });
      await reader.visit(paper.url("/"));
      const before = await reader.run(looks);
      await reader.run(() => document.querySelector("main").style.setProperty("padding-top", "99px"));
      assert.notDeepEqual(await reader.run(looks), before);
    });
  }, size);
}

/** What of an element changed, in few words. */
function difference(before, after) {
  const [name, ...values] = before.split(/ (?=[a-z-]+: )|; /);
  const others = after.split(/ (?=[a-z-]+: )|; /).slice(1);
  return `${name}: ${values.flatMap((value, at) => (value === others[at] ? [] : [`${value} → ${others[at]}`])).slice(0, 4).join(", ")}`;
}
