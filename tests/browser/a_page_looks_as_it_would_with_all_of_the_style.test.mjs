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

/**
 * Notes how each element of the page looks, and what is put before and after it; from the second time on it tells what
 * has changed since. Runs in the page: the values of a page are many megabytes.
 */
function changes() {
  const properties = [...getComputedStyle(document.documentElement)];
  const looks = [];
  for (const element of document.querySelectorAll("html, body, body *:not([hidden])")) {
    const markers = getComputedStyle(element).display === "list-item" ? ["::marker"] : [];
    const grounds = element.localName === "dialog" ? ["::backdrop"] : [];
    for (const part of [null, "::before", "::after", ...markers, ...grounds]) {
      const style = getComputedStyle(element, part);
      if (/before|after/.test(part) && style.content === "none") continue;
      const name = `${element.localName}.${element.className?.baseVal ?? element.className}${part ?? ""}`;
      looks.push({ name, values: properties.map((property) => style.getPropertyValue(property)) });
    }
  }
  const before = window.looked ?? looks;
  window.looked = looks;
  if (before.length !== looks.length) return [`${before.length} elements, then ${looks.length}`];
  return looks.flatMap(({ name, values }, at) => {
    const other = values.flatMap((value, of) => (value === before[at].values[of] ? [] : [`${properties[of]}: ${before[at].values[of]} → ${value}`]));
    return other.length ? [`${name} ${other.slice(0, 4).join("; ")}`] : [];
  });
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
        await reader.run(changes);
        assert.ok((await reader.driver.executeAsyncScript(takeAllOn)) > 1);
        assert.deepEqual(await reader.run(changes), []);
      });
    }

    test("a rule that is missing is noticed", async () => {
      paper.misbehave(".wasm", { status: 503 });
      await reader.visit(paper.url("/"));
      await reader.run(changes);
      await reader.run(() => document.querySelector("main").style.setProperty("padding-top", "99px"));
      assert.ok((await reader.run(changes)).some((change) => /padding-top: .* → 99px/.test(change)));
    });
  }, size);
}
