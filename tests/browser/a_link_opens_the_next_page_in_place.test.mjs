// Navigation fetches one JSON file and shows a page that is the same as the printed one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { By, Key, SCREENS, onScreens } from "./support/browsers.mjs";
import { articleData, articlePath, canonical, lead, plainStories, relatedPath, section, sectionPath, site, story, word } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();
const LEAD_LINK = ".lead-story h2 a";
const [long, alsoLong] = plainStories.filter(({ article }) => article.body.filter(({ kind }) => kind === "heading").length > 1);
const longest = site.sections.find(({ path }) => section(path).older) ?? site.sections[0];

onScreens(SCREENS, (reader) => {
  test("one JSON file is fetched, and no page", async () => {
    // Who stays on it may keep it as a page too: that is told elsewhere.
    paper.misbehave("/worker.js", { status: 404 });
    await reader.visitAwake(paper.url("/"));
    await reader.mark();
    await reader.click(LEAD_LINK);
    await reader.sees(lead.article.headline);
    assert.ok(await reader.isSameDocument());
    assert.equal(await reader.path(), articlePath(lead));
    assert.equal(paper.requests(articleData(lead)).length, 1);
    assert.deepEqual(paper.requests(new RegExp(`^${articlePath(lead)}$`)), []);
  });

  test("the focus goes to the headline, the page to its top, and a screen reader is told", async () => {
    await reader.visitAwake(paper.url("/"));
    const [last] = section(site.sections.at(-1).path).headlines;
    await open(reader, articlePath(story(last.id)));
    await reader.sees(last.headline);
    await reader.until("the headline has the focus", () => document.activeElement === seen("main h1"));
    await reader.until("the title is announced", () => document.querySelector("[role=status]").textContent === document.title);
    assert.ok((await reader.title()).includes(last.headline));
    assert.equal(await reader.run(() => scrollY), 0);
  });

  test("the masthead marks the section that is read", async () => {
    await reader.visitAwake(paper.url("/"));
    assert.deepEqual(await current(reader), []);
    await reader.click(LEAD_LINK);
    await reader.sees(lead.article.headline);
    const parts = lead.article.section.split("/").map((_, at, parts) => sectionPath(parts.slice(0, at + 1).join("/")));
    assert.deepEqual(await current(reader), parts.slice(0, 2));
    await open(reader, "/");
    await reader.until("nothing is marked", () => !document.querySelector(".masthead nav [aria-current]"));
  });

  test("a double click on a headline opens one article, and not its picture", async () => {
    await reader.visitAwake(paper.url("/"));
    await reader.click(LEAD_LINK);
    await reader.sees(lead.article.headline);
    // What is below the first screen comes after the paint.
    await reader.find(".related-news h3 a");
    // Where the second click lands depends on the page; here it is told.
    const click = (css, detail) => seen(css).dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail }));
    await reader.run(click, ".article picture img", 2);
    await reader.run(click, ".related-news h3 a", 2);
    await reader.driver.sleep(500);
    assert.equal(await reader.run(() => location.pathname + location.hash), articlePath(lead));
    assert.equal(await reader.run(() => Boolean(document.querySelector(".lightbox[open]"))), false);
    await reader.run(click, ".article picture img", 1);
    await reader.until("the picture is open", () => document.querySelector(".lightbox[open]"));
  });
});

onScreens(SCREENS.filter(({ engine, size }) => (engine === "chromium") === (size === "desktop")), (reader) => {
  const PAGES = {
    "an article": articlePath(lead),
    "a related page": relatedPath(lead),
    "a section": sectionPath(longest.path),
    "an old page": `${sectionPath(longest.path)}page/1/`,
    "the front page": "/",
  };
  for (const [name, path] of Object.entries(PAGES)) {
    test(`${name} opened in place is the printed one, head and body`, async () => {
      await reader.visitAwake(paper.url(path));
      const printed = await reader.run(likeness);
      await reader.visitAwake(paper.url(path === "/" ? articlePath(lead) : "/"));
      await reader.mark();
      await open(reader, path);
      await reader.until("the page is there", (title) => document.querySelector("[role=status]").textContent === title, printed.title);
      await reader.until("all of it is there", (count) => [...document.querySelectorAll("main *")].filter((element) => !element.closest("main [hidden]")).length >= count, printed.body.length);
      assert.ok(await reader.isSameDocument());
      assert.deepEqual(await reader.run(likeness), printed);
      for (const told of [`<link rel="canonical" href="${canonical(path)}">`, `<meta property="og:url" content="${canonical(path)}">`]) {
        assert.ok(printed.head.includes(told), told);
      }
    });
  }

  test("from each kind of page to each other the head is the printed one, there and back", async () => {
    const heads = {};
    for (const path of Object.values(PAGES)) {
      await reader.visitAwake(paper.url(path));
      heads[path] = (await reader.run(likeness)).head;
    }
    for (const from of Object.values(PAGES)) {
      await reader.visitAwake(paper.url(from));
      for (const to of Object.values(PAGES).filter((to) => to !== from)) {
        await open(reader, to);
        await reader.until("its head is there", (title) => document.head.querySelector("link[rel=canonical]").href === title, canonical(to));
        assert.deepEqual((await reader.run(likeness)).head, heads[to], `from ${from} to ${to}`);
        await reader.driver.navigate().back();
        await reader.until("the head is back", (title) => document.head.querySelector("link[rel=canonical]").href === title, canonical(from));
        assert.deepEqual((await reader.run(likeness)).head, heads[from], `back to ${from} from ${to}`);
      }
    }
  });

  test("headings, sections, related news, older and newer pages all open in place", async () => {
    await reader.visitAwake(paper.url(sectionPath(longest.path)));
    await reader.mark();
    const { older } = section(longest.path);
    if (older) {
      await reader.click('.pager a[rel="next"]');
      await reader.sees(`第${older}页`);
      await reader.click(`.pager a:not([href$="/page/${older}/"])`);
      await reader.until("another page is there", (old) => !location.pathname.endsWith(old), `/page/${older}/`);
    }
    await reader.click(".card-list h2 a");
    await reader.until("an article is there", () => seen("main article.article"));
    await reader.click(".breadcrumb li:nth-child(2) a");
    await reader.until("a section is there", () => seen(".section-page"));
    await reader.visitAwake(paper.url(articlePath(lead)));
    await reader.mark();
    await reader.click(".related-news__all a");
    await reader.until("the related page is there", () => seen(".related-page"));
    await reader.click(".related-page .headline-card a");
    await reader.sees(lead.related[0].headline);
    await reader.click(".masthead__name a");
    await reader.until("the front page is there", () => seen(".front-page"));
    assert.ok(await reader.isSameDocument());
  });

  test("a link to a heading of this page scrolls there, and back returns", async () => {
    await reader.visitAwake(paper.url(articlePath(long)));
    await reader.mark();
    const id = await lastHeading(reader);
    await addLink(reader, `#${id}`);
    await reader.click("#added");
    await headingInView(reader, id);
    assert.equal(new URL(await reader.url()).hash, `#${id}`);
    await reader.driver.navigate().back();
    await reader.until("the heading is left", () => location.hash === "");
    assert.ok(await reader.isSameDocument());
    await reader.sees(long.article.headline);
  });

  test("a link to a heading works in an article that is opened a second time", async () => {
    await reader.visitAwake(paper.url(articlePath(long)));
    const id = await lastHeading(reader);
    await reader.click(".masthead__name a");
    await reader.until("the front page is there", () => seen(".front-page"));
    await open(reader, articlePath(long));
    await reader.sees(long.article.headline);
    await reader.until("the heading is there", (id) => seen(`[id="${id}"]`), id);
    await addLink(reader, `#${id}`);
    await reader.click("#added");
    await headingInView(reader, id);
  });

  test("a link to a heading of another article opens that article there", async () => {
    await reader.visitAwake(paper.url(articlePath(long)));
    const id = await lastHeading(reader);
    await reader.visitAwake(paper.url(articlePath(alsoLong)));
    await reader.mark();
    await addLink(reader, `${articlePath(long)}#${id}`);
    await reader.click("#added");
    await reader.sees(long.article.headline);
    await headingInView(reader, id);
    assert.ok(await reader.isSameDocument());
  });
});

onScreens(SCREENS.filter(({ size }) => size === "desktop"), (reader) => {
  test("a click with Ctrl or the middle button opens a tab, and nothing here", async () => {
    await reader.visitAwake(paper.url("/"));
    const here = await reader.driver.getWindowHandle();
    const link = await reader.find(LEAD_LINK);
    await reader.driver.actions().keyDown(Key.CONTROL).click(link).keyUp(Key.CONTROL).perform();
    await reader.driver.wait(async () => (await reader.driver.getAllWindowHandles()).length === 2, 10_000, "a tab");
    await reader.driver.actions().move({ origin: link }).press(1).release(1).perform();
    await reader.driver.wait(async () => (await reader.driver.getAllWindowHandles()).length === 3, 10_000, "another tab");
    assert.equal(await reader.path(), "/");
    assert.ok(await reader.run(() => seen(".front-page") !== null));
    for (const tab of await reader.driver.getAllWindowHandles()) {
      if (tab === here) continue;
      await reader.driver.switchTo().window(tab);
      await reader.sees(lead.article.headline);
      await reader.driver.close();
    }
    await reader.driver.switchTo().window(here);
  });
});

onScreens(SCREENS.filter(({ size }) => size === "phone"), (reader) => {
  test("the menu opens, leads to a section, and closes behind the reader", async () => {
    await reader.visitAwake(paper.url("/"));
    await reader.mark();
    const nav = await reader.find(".masthead__sections");
    assert.equal(await nav.isDisplayed(), false);
    await reader.click(".masthead__menu summary");
    assert.equal(await nav.isDisplayed(), true);
    await reader.click(await nav.findElement(By.linkText(site.sections[1].name)));
    await reader.sees(site.sections[1].name);
    assert.ok(await reader.isSameDocument());
    assert.equal(await nav.isDisplayed(), false);
    assert.equal(await reader.text(".masthead__menu summary"), word("SECTIONS"));
  });
});

/** Opens a page by a link to it that is on screen; by one that is added where there is none. */
async function open(reader, path) {
  const link = await reader.run((css) => seen(css), `main a[href="${path}"]`);
  if (!link) await addLink(reader, path);
  await reader.click(link ?? "#added");
}

function lastHeading(reader) {
  return reader.run(() => [...document.querySelectorAll(".article__body h2[id]")].at(-1).id);
}

async function headingInView(reader, id) {
  const isThere = (id) => Math.abs(seen(`[id="${id}"]`).getBoundingClientRect().top) < innerHeight / 2;
  await reader.until("the heading is in view", isThere, id);
}

function addLink(reader, href) {
  return reader.run((href) => {
    document.getElementById("added")?.remove();
    const link = Object.assign(document.createElement("a"), { id: "added", textContent: "link", href });
    seen("main h1").after(link);
  }, href);
}

function current(reader) {
  return reader.run(() => [...document.querySelectorAll(".masthead nav [aria-current]")].map((link) => link.getAttribute("href")));
}

/** What makes a page: its head's changing elements, and all elements of its main part with their attributes and words. */
function likeness() {
  // What loads something is of the document; data for search engines is printed alone.
  const ofPages = "head > :is(meta, link):not([rel=preload], [rel=modulepreload], [rel=stylesheet])";
  const head = [...document.querySelectorAll(ofPages)].map(({ outerHTML }) => outerHTML).sort();
  document.getElementById("added")?.remove();
  const show = (element) => {
    // What the reader of the paper has read is no part of a page.
    const attributes = [...element.attributes].filter(({ name }) => name !== "data-read").map(({ name, value }) => `${name}=${value}`).sort();
    const words = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data);
    return [element.localName, ...attributes, ...(element.matches("time") ? [] : words)].join(" ");
  };
  const isShown = (element) => !element.closest("main [hidden]");
  return { title: document.title, head, body: [...document.querySelectorAll("main *")].filter(isShown).map(show) };
}
