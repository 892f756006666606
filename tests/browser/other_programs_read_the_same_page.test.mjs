// Reading modes, scrapers and feed readers read the same tree from a printed page as browsers do. No browser.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Readability } from "@mozilla/readability";
import { parseDocument } from "htmlparser2";
import { JSDOM } from "jsdom";
import { parseHTML } from "linkedom";
import { isWithdrawn, printedPages, stories } from "./support/edition.mjs";
import { SITE } from "./support/environment.mjs";

const page = (path) => readFileSync(join(SITE, path, "index.html"), "utf8");
const articles = stories.filter((story) => !isWithdrawn(story));

test("no page has a comment, and nothing stands in it twice", () => {
  for (const path of printedPages()) {
    const html = page(path);
    assert.ok(!html.includes("<!--"), path);
    assert.ok(!html.includes('type="application/json"'), path);
  }
});

test("three parsers of others read one tree", () => {
  for (const path of printedPages().slice(0, 60)) {
    const html = page(path);
    const expected = shape(new JSDOM(html).window.document.documentElement);
    assert.deepEqual(shape(parseHTML(html).document.documentElement), expected, `linkedom: ${path}`);
    assert.deepEqual(shape(parseDocument(html).children.find(({ name }) => name === "html")), expected, `htmlparser2: ${path}`);
  }
});

test("a reading mode finds headline, byline, date, each paragraph, the lead picture and its words, and who is quoted", () => {
  for (const { article } of articles) {
    const { window } = new JSDOM(page(`article/${article.id}`), { url: `https://tide.example/article/${article.id}/` });
    const { document } = window;
    const wanted = {
      paragraphs: [...document.querySelectorAll(".article__body > p")].map(words),
      picture: document.querySelector(".article__body > .figure:first-child img")?.getAttribute("src"),
      caption: words(document.querySelector(".article__body > .figure:first-child figcaption")),
      speakers: [...document.querySelectorAll(".quote figcaption")].map(words),
    };
    const read = new Readability(document).parse();
    const text = plain(read.textContent);
    assert.ok(read.title.includes(article.headline), article.id);
    assert.ok(!article.by?.length || read.byline, `${article.id}: the byline`);
    assert.equal(read.publishedTime, article.firstCreated, article.id);
    for (const part of [...wanted.paragraphs, ...wanted.speakers, wanted.caption]) assert.ok(text.includes(part), `${article.id}: ${part}`);
    assert.equal(Boolean(wanted.picture), Boolean(article.lead), article.id);
    if (wanted.picture) assert.ok(read.content.includes(wanted.picture), `${article.id}: the lead picture`);
  }
});

const plain = (text) => text.replace(/\s+/g, "");
const words = (element) => plain(element?.textContent ?? "");

/** Elements and texts of a tree, whatever made it; texts side by side are one. */
function shape(node) {
  const children = [];
  for (const child of node.childNodes ?? node.children ?? []) {
    const text = child.nodeType === 3 || child.type === "text" ? child.data : null;
    if (text === null) children.push(shape(child));
    else if (typeof children.at(-1) === "string") children.push(children.pop() + text);
    else children.push(text);
  }
  const name = (node.localName ?? node.name ?? "").toLowerCase();
  return [name, ...children.filter((child) => typeof child !== "string" || child.trim())];
}
