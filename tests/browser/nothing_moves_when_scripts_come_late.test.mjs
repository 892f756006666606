// On a poor line the scripts come after the first paint: no kind of page is seen to move when they do.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SCREENS, onScreens } from "./support/browsers.mjs";
import { articleKinds, articlePath, relatedPath, lead, section, sectionPath, site } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();
const longest = site.sections.find(({ path }) => section(path).older) ?? site.sections[0];
const kinds = articleKinds();
const PAGES = {
  "the front page": "/",
  "a section": sectionPath(longest.path),
  "related news": relatedPath(lead),
  ...Object.fromEntries(["the lead", "a long read", "an embed", "no picture"].map((name) => [name, articlePath(kinds[name])])),
};
/** All but the builder of embeds, which shows a partner what it loads. */
const TOOLS = { search: "/search/", "what is saved": "/saved/", settings: "/settings/" };
/** How much later than the page they come, in milliseconds: by then it is painted. */
const LATE = 500;

/** A browser that can do all that buttons offer. */
const ABLE = `Object.defineProperty(navigator, "share", { value: async () => {}, configurable: true });`;

onScreens(SCREENS.filter(({ engine }) => engine === "chromium"), (reader) => {
  for (const [name, path] of Object.entries({ ...PAGES, ...TOOLS })) {
    test(name, async () => {
      await reader.browser.preload(ABLE);
      setTimeout(paper.hold(/\/assets\/boot-/), LATE);
      await reader.visit(paper.url(path));
      await reader.until("the scripts run", () => {
        const place = document.querySelector("div[data-tool]");
        return place ? place.childElementCount > 0 : document.documentElement.dataset.reader === "ready";
      });
      assert.deepEqual(await reader.run(() => witness.shifts), []);
    });
  }

  test("what does move is noticed", async () => {
    await reader.visitAwake(paper.url("/"));
    await reader.run(() => document.querySelector("main").prepend(Object.assign(document.createElement("p"), { textContent: "x", style: "height: 99px" })));
    await reader.until("a shift is noted", () => witness.shifts.length > 0);
  });
});
