// Translators, browsers and extensions change a page, before and after it wakes up: it stays as they made it, it wakes
// up, and the next article opens in place.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINES, onScreens } from "./support/browsers.mjs";
import { articlePath, lead, section, sectionPath, site } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();
const first = section(site.sections[0].path).headlines.find(({ id }) => id !== lead.article.id);
const PAGES = {
  "the front page": ["/", ".lead-story h2 a", lead.article.headline],
  "a section": [sectionPath(site.sections[0].path), `.card-list a[href*="${first.id}"]`, first.headline],
  "an article": [articlePath(lead), ".related-news h3 a", ""],
};

/** What others do to a page; each runs in it. */
const HANDS = {
  "a box is put first": () => document.body.prepend(document.createElement("div")),
  "all words are wrapped, as translators do": () => {
    for (const text of texts()) {
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      text.replaceWith(outer);
      outer.append(inner);
      inner.append(text.data);
    }
  },
  "times become links to telephones": () => {
    for (const time of document.querySelectorAll("time")) {
      const link = Object.assign(document.createElement("a"), { href: "tel:20261126", textContent: time.textContent });
      time.replaceChildren(link);
    }
  },
  "headlines are cut into spans": () => {
    for (const text of texts().filter((text) => text.parentElement.closest("h1, h2, h3"))) {
      text.replaceWith(...[...text.data].map((letter) => Object.assign(document.createElement("span"), { textContent: letter })));
    }
  },
  "comments are stripped, and empty words too": () => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) if (walker.currentNode.nodeType === 8 || !walker.currentNode.data.trim()) found.push(walker.currentNode);
    for (const node of found) node.remove();
  },
  "an extension writes everywhere": () => {
    for (const element of document.querySelectorAll("*")) element.setAttribute("data-extension", "1");
    for (const element of document.querySelectorAll("head, body, header, nav, ul, main, main > *, article, p, time, footer")) {
      element.prepend(document.createElement("extension-before"));
      element.append(document.createElement("extension-after"));
    }
  },
};

/** Known in the page: all text that a person may read. */
function texts() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest("script, style, svg")) found.push(walker.currentNode);
  return found;
}

/** The page's own markup below its sheet, without what the reader may say of itself. */
const markup = () => seen(".page").innerHTML;

onScreens(ENGINES, (reader) => {
  const lay = (hand) => reader.driver.executeScript(`${texts}\n(${hand})();`);

  for (const [page, [path, link, headline]] of Object.entries(PAGES)) {
    for (const [name, hand] of Object.entries(HANDS)) {
      test(`${page}, when ${name} before it wakes up`, async () => {
        const release = paper.hold(".wasm");
        await reader.visit(paper.url(path));
        await lay(hand);
        const before = await reader.run(markup);
        release();
        await reader.awake();
        assert.equal(await withoutAges(reader), withAgesAway(before), "the page stays as it was");
        await opensTheNext(reader, link, headline);
      });
    }

    test(`${page}, when all of it happens after it woke up`, async () => {
      await reader.visitAwake(paper.url(path));
      for (const hand of Object.values(HANDS)) await lay(hand);
      await opensTheNext(reader, link, headline);
      await reader.driver.navigate().back();
      await reader.until("the page is back", (path) => location.pathname === path && seen(".page extension-before"), path);
    });
  }
});

/** Recent times change by themselves, where nobody touched them. */
const withAgesAway = (html) => html.replace(/(<time[^>]*?)( data-printed="[^"]*")?([^>]*>)[^<]*/g, "$1$3");
const withoutAges = async (reader) => withAgesAway(await reader.run(markup));

async function opensTheNext(reader, link, headline) {
  await reader.mark();
  const before = await reader.path();
  await reader.run((link) => seen(link).click(), link);
  const isThere = (before, headline) => location.pathname !== before && seen("main .article h1")?.textContent.includes(headline);
  await reader.until("the next article is there", isThere, before, headline);
  assert.ok(await reader.isSameDocument(), "it opened in place");
  assert.equal(await reader.run(() => document.documentElement.dataset.reader), "ready");
}
