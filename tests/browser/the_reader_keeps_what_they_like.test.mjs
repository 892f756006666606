// The reader of the paper saves articles and sections, finds what they read and where they stopped, and erases it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./support/axe.mjs";
import { ENGINES, Key, SCREENS, onScreens } from "./support/browsers.mjs";
import { FORBIDDEN, FULL } from "./support/devices.mjs";
import { articleKinds, articlePath, lead, plainStories, section, sectionPath, site, word } from "./support/edition.mjs";
import { kept, visitKept } from "./support/offline.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper({ isForgotten: true });
const long = articleKinds()["a long read"];
const gallery = articleKinds()["a gallery"];
const [other] = plainStories;
const longest = site.sections.find(({ path }) => section(path).older) ?? site.sections[0];

const state = (name) => [`the button says “${name}”`, (name) => seen(".save-button").dataset.state === name, name];
const said = (name, css = ".save-said") => [`“${word(name)}” is said`, (text, css) => seen(css)?.textContent.includes(text), word(name), css];
const listed = (path) => ["it is listed", (path) => seen(`.shelf a[href^="${path}"]`), path];

/** The first size in a text. */
function bytesIn(text) {
  const [, count, unit] = text.match(/([\d.]+) ([KM])B/);
  return count * { K: 1e3, M: 1e6 }[unit];
}

async function save(reader, story) {
  await reader.visit(paper.url(articlePath(story)));
  await reader.click(".save-button");
  await reader.until(...state("saved"));
}

onScreens(SCREENS, (reader) => {
  test("an article is saved with all its pictures, and read without a network", async () => {
    await save(reader, gallery);
    assert.equal(await reader.text(".save-button"), word("is_saved"));
    await reader.until("the worker runs", () => Boolean(navigator.serviceWorker.controller));
    paper.cut();
    await reader.visit(paper.url(articlePath(gallery)));
    await reader.sees(gallery.article.headline);
    await reader.run(() => document.querySelectorAll(".article img").forEach((image) => (image.loading = "eager")));
    await reader.until("every picture is there", () => [...document.querySelectorAll(".article img")].every((image) => image.complete && image.naturalWidth > 0));
    paper.mend();
    await reader.click(".save-button");
    await reader.until(...said("removed"));
    assert.deepEqual(await kept(reader, "saved"), []);
  });

  test("a section is saved for the ferry: what it costs, how far it is, and that it is there", async () => {
    await reader.visit(paper.url(sectionPath(longest.path)));
    await reader.click(".save-section");
    await reader.until("the cost is told", () => /[\d.]+ [KM]B/.test(document.querySelector(".save-sheet__said")?.textContent));
    const guessed = bytesIn(await reader.text(".save-sheet__said"));
    assert.deepEqual(await violations(reader), []);
    assert.ok((await reader.sideways()) <= 0);
    await reader.click(".save-sheet [type=submit]");
    await reader.until(...said("done", ".save-sheet__said"));
    const taken = bytesIn(await reader.text(".save-sheet__said"));
    assert.ok(guessed < 2 * taken && taken < 2 * guessed, `${guessed} were told, ${taken} were taken`);
    assert.equal(await reader.run(() => document.querySelector(".save-sheet progress").value), 10);
    await reader.press(Key.ESCAPE);
    await reader.visit(paper.url("/saved/"));
    await reader.until("ten are listed", () => document.querySelectorAll(".shelf section:first-of-type li").length === 10);
    assert.deepEqual(await violations(reader), []);
    assert.ok((await reader.sideways()) <= 0);
    const [first] = section(longest.path).headlines;
    paper.cut();
    await reader.visit(paper.url(`/article/${first.id}/`));
    await reader.sees(first.headline);
  });

  test("saving a section stops when asked to, and what is there stays whole", async () => {
    await reader.visit(paper.url(sectionPath(longest.path)));
    await reader.click(".save-section");
    await reader.until("the cost is told", () => /[KM]B/.test(document.querySelector(".save-sheet__said")?.textContent));
    const ids = section(longest.path).headlines.map(({ id }) => id);
    const release = paper.hold(`/article/${ids[2]}/`);
    await reader.click(".save-sheet [type=submit]");
    await reader.until("two are there", () => /^2 \//.test(document.querySelector(".save-sheet__said")?.textContent));
    await reader.click(".save-sheet__actions button");
    await reader.until(...said("stopped", ".save-sheet__said"));
    release();
    const pages = (await kept(reader, "saved")).filter((path) => path.startsWith("/article/"));
    assert.deepEqual(pages.sort(), ids.slice(0, 2).map((id) => `/article/${id}/`).sort());
  });
});

onScreens(ENGINES, (reader) => {
  test("whoever comes back is offered the place where they stopped", async () => {
    await reader.visitAwake(paper.url(articlePath(long)));
    await reader.until("it is noted", () => Object.keys(localStorage).some((key) => key.startsWith("strait-read")));
    const block = await reader.run(() => {
      const blocks = [...seen(".article__body").querySelectorAll("p[id]")];
      const block = blocks[Math.floor(blocks.length / 2)];
      block.scrollIntoView({ block: "start", behavior: "instant" });
      return block.id;
    });
    await reader.visitAwake(paper.url("/"));
    await reader.visitAwake(paper.url(articlePath(long)));
    await reader.until("the place is offered", (text) => document.querySelector(".resume__go")?.textContent.includes(text), word("resume"));
    assert.deepEqual(await violations(reader), []);
    await reader.click(".resume__go");
    await reader.until("the place is on screen", (id) => {
      const { top } = document.getElementById(id).getBoundingClientRect();
      return top > -innerHeight / 2 && top < innerHeight && !document.querySelector(".resume");
    }, block);
    await reader.visit(paper.url("/saved/"));
    await reader.until("the place is in the list", (path) => seen(`.shelf a[href^="${path}#"]`), articlePath(long));
  });

  test("headlines that were read are marked, also when one read in place", async () => {
    await reader.visitAwake(paper.url("/"));
    const css = `main .lead-story a[href="${articlePath(lead)}"]`;
    const isRead = (css) => seen(css)?.hasAttribute("data-read") ?? false;
    await reader.until("the page remembers", () => "remembers" in document.documentElement.dataset);
    assert.equal(await reader.run(isRead, css), false);
    await reader.mark();
    await reader.click(css);
    await reader.sees(lead.article.headline);
    await reader.until("it is noted", (id) => Object.entries(localStorage).some(([key, list]) => key.startsWith("strait-read") && list.includes(id)), lead.article.id);
    await reader.driver.navigate().back();
    await reader.until("it is marked", isRead, css);
    assert.equal(await reader.isSameDocument(), true);
  });

  test("one is removed, all are erased, and the focus stays where one is", async () => {
    await save(reader, lead);
    await save(reader, other);
    await reader.until("it is noted", (id) => Object.entries(localStorage).some(([key, list]) => key.startsWith("strait-read") && list.includes(id)), other.article.id);
    await reader.visit(paper.url("/saved/"));
    await reader.until(...listed(articlePath(other)));
    await reader.click(".shelf__remove");
    await reader.until("one is left", () => document.querySelectorAll(".shelf section:first-of-type li").length === 1);
    assert.equal(await reader.run(() => document.activeElement.className), "shelf__remove");
    await reader.click(".shelf__erasing button");
    await reader.until("it is asked again", () => document.querySelectorAll(".shelf__erasing button").length === 2);
    assert.deepEqual(await violations(reader), []);
    await reader.click(".shelf__erasing button");
    await reader.until(...said("erased", ".shelf__status"));
    await reader.until(...said("empty_saved", ".shelf"));
    assert.deepEqual((await kept(reader)).filter((path) => path.startsWith("/article/")), []);
    assert.deepEqual(await reader.run(() => Object.keys(localStorage).filter((key) => key.startsWith("strait-"))), []);
    const noted = () => new Promise((resolve) => {
      const asked = indexedDB.open("workbox-expiration");
      asked.onerror = () => resolve([]);
      asked.onsuccess = () => {
        const { result: base } = asked;
        if (!base.objectStoreNames.contains("cache-entries")) return resolve([]);
        base.transaction("cache-entries").objectStore("cache-entries").getAll().onsuccess = ({ target }) => resolve(target.result.map(({ url }) => url).filter((url) => url.includes("/article/")));
      };
    });
    assert.deepEqual(await reader.run(noted), []);
    assert.deepEqual(await violations(reader), []);
  });

  test("all of it goes by keyboard", async () => {
    await reader.visitAwake(paper.url(articlePath(lead)));
    await reader.run(() => seen(".save-button").focus());
    await reader.press(Key.ENTER);
    await reader.until(...state("saved"));
    await reader.visit(paper.url("/saved/"));
    await reader.until(...listed(articlePath(lead)));
    await reader.run(() => seen(".shelf__remove").focus());
    await reader.press(Key.SPACE);
    await reader.until(...said("empty_saved", ".shelf"));
    assert.equal(await reader.run(() => document.activeElement.localName), "h2");
  });

  for (const [what, stub, words] of [["is full", FULL, "full"], ["keeps nothing", FORBIDDEN, "forbidden"]]) {
    test(`a device that ${what} is told in words, and nothing half is left`, async () => {
      await reader.browser.preload(stub);
      await reader.visit(paper.url(articlePath(lead)));
      await reader.click(".save-button");
      await reader.until(...said(words));
      assert.notEqual(await reader.run(() => seen(".save-button").dataset.state), "saved");
      assert.deepEqual(await violations(reader), []);
      await reader.visit(paper.url(sectionPath(longest.path)));
      await reader.click(".save-section");
      if (stub === FULL) {
        await reader.until("the cost is told", () => /[KM]B/.test(document.querySelector(".save-sheet__said")?.textContent));
        await reader.click(".save-sheet [type=submit]");
      }
      await reader.until(...said(words, ".save-sheet"));
      await reader.browser.forgetPreloaded();
      await reader.visit(paper.url("/saved/"));
      await reader.until(...said("empty_saved", ".shelf"));
      assert.deepEqual(await kept(reader, "saved"), []);
    });
  }

  test("a network that fails is told in words, and nothing half is left", async () => {
    await visitKept(reader, paper, articlePath(gallery));
    paper.misbehave("/pictures/", { status: 503, says: "no" });
    await reader.run(async () => {
      for (const name of await caches.keys()) if (name.endsWith("pictures")) await caches.delete(name);
      return true;
    });
    await reader.click(".save-button");
    await reader.until(...said("failed"));
    assert.deepEqual(await kept(reader, "saved"), []);
  });
});
