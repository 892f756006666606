// Whoever reads at a desk and scans the code goes on at the same paragraph on a phone, in the same edition.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ENGINES, PATIENCE, inChromium, onScreens } from "./support/browsers.mjs";
import { articleKinds, articlePath, canonical, lead, plainStories, site } from "./support/edition.mjs";
import { CONTENT, READER, STRAIT } from "./support/environment.mjs";
import { eachPaper } from "./support/paper.mjs";
import { readCode } from "./support/qr.mjs";
import { serve } from "./support/server.mjs";

const paper = eachPaper();
const other = site.editions.find(({ path }) => path);
const long = articleKinds()["a long read"];
const anchorsOf = ({ article }) => article.body.flatMap((block) => [block, ...(block.body ?? [])]).map(({ anchor }) => anchor).filter(Boolean);
const ON_SCREEN = ".qr-code:not(.qr-code--paper)";

onScreens(ENGINES, (reader) => {
  test("the code names the paragraph on screen, follows it, and names none at the top", async () => {
    await reader.visitAwake(paper.url(articlePath(long)));
    assert.equal(await codeOnScreen(reader), canonical(articlePath(long)));
    const anchors = anchorsOf(long);
    for (const at of [0.3, 0.8, 0.5]) {
      const anchor = anchors[Math.floor(anchors.length * at)];
      await readAt(reader, anchor);
      assert.equal(await codeOnScreen(reader), `${canonical(articlePath(long))}#${anchor}`);
    }
    await reader.run(() => scrollTo({ top: 0, behavior: "instant" }));
    await reader.until("the code is as printed", () => seen(".continue-on-phone__card").dataset.place === "");
    assert.equal(await codeOnScreen(reader), canonical(articlePath(long)));
  });

  test("it is quiet: nothing moves, nothing is announced, the address bar and the canonical address stay", async () => {
    await reader.visitAwake(paper.url(articlePath(long)));
    const before = await reader.run(() => [document.querySelector("[role=status]").textContent, location.href, document.querySelector("link[rel=canonical]").href]);
    const size = await reader.run((css) => JSON.stringify([seen(css), seen(".related-news")].map((part) => [part.offsetWidth, part.offsetHeight])), ON_SCREEN);
    await readAt(reader, anchorsOf(long)[9]);
    assert.deepEqual(await reader.run(() => [document.querySelector("[role=status]").textContent, location.href, document.querySelector("link[rel=canonical]").href]), before);
    assert.equal(await reader.run((css) => JSON.stringify([seen(css), seen(".related-news")].map((part) => [part.offsetWidth, part.offsetHeight])), ON_SCREEN), size);
    assert.deepEqual(await reader.run(() => witness.shifts), []);
    assert.deepEqual(await reader.run(() => [...witness.violations, ...witness.errors]), []);
  });

  test("it follows through a navigation and back", async () => {
    const one = plainStories.at(-1);
    await reader.visitAwake(paper.url(articlePath(one)));
    const [, second, third] = anchorsOf(one);
    await readAt(reader, third ?? second);
    const path = await reader.path();
    // Without scrolling to it: back leads to the paragraph.
    await reader.run(() => seen(".related-news h3 a").click());
    await reader.until("another article is there", (path) => location.pathname !== path && seen(".related-news"), path);
    await reader.until("its code names no paragraph yet", () => !seen(".continue-on-phone__card").dataset.place);
    const there = await reader.path();
    assert.equal(await codeOnScreen(reader), canonical(there));
    await reader.driver.navigate().back();
    await reader.until("the first article is there", (path) => location.pathname === path && seen(".continue-on-phone__card").dataset.place, path);
    assert.ok((await codeOnScreen(reader)).startsWith(`${canonical(path)}#`));
  });

  test("the blocks of a page that was fetched have the ids of the printed one", async () => {
    const ids = () => [...seen(".article__body").querySelectorAll("[id]")].map(({ id }) => id);
    await reader.visitAwake(paper.url("/"));
    await reader.click(".lead-story h2 a");
    await reader.sees(lead.article.headline);
    const fetched = await reader.run(ids);
    await reader.visit(paper.url(articlePath(lead)));
    assert.deepEqual(await reader.run(ids), fetched);
    assert.ok(fetched.length > 3 && new Set(fetched).size === fetched.length);
  });

  test("in the other edition it names that edition, and the same paragraph is there", async () => {
    const anchor = anchorsOf(long)[12];
    const alternate = `/${other.path}${articlePath(long)}`;
    await reader.visitAwake(paper.url(alternate));
    await readAt(reader, anchor);
    assert.equal(await codeOnScreen(reader), `${canonical(alternate)}#${anchor}`);
  });

  test("the reader may leave the code by keyboard: what has the focus is never behind it", async () => {
    await reader.visitAwake(paper.url(articlePath(long)));
    await readAt(reader, anchorsOf(long)[4]);
    const links = await reader.run(() => seen(".related-news").querySelectorAll("a").length);
    for (let at = 0; at < links; at += 1) {
      const isSeen = await reader.run((at) => {
        const link = seen(".related-news").querySelectorAll("a")[at];
        link.focus();
        const { left, top, width, height } = link.getClientRects()[0];
        return link.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      }, at);
      assert.ok(isSeen, `link ${at}`);
    }
  });
});

const PHONES = [{ engine: "chromium", size: "phone" }, { engine: "firefox", size: "phone" }];
onScreens([...PHONES, ...PHONES.map((phone) => ({ ...phone, scripts: false }))], (reader) => {
  test("the phone opens at the paragraph, clear of the edge, and marks it for a moment", async () => {
    const anchor = anchorsOf(long)[20];
    for (const path of [articlePath(long), `/${other.path}${articlePath(long)}`]) {
      await reader.visit(`${paper.url(path)}?from=qr#${anchor}`);
      // Firefox comes back from an address with a hash before the page is another; and the page's own scripts may be off.
      const top = "return location.pathname === arguments[0] ? document.getElementById(arguments[1])?.getBoundingClientRect().top : null";
      const look = () => reader.driver.executeScript(top, path, anchor);
      const isThere = async () => Math.abs((await look().catch(() => null)) ?? NaN) < 60;
      await reader.driver.wait(isThere, PATIENCE, "the paragraph is at the top");
      assert.ok((await look()) >= 8, "clear of the edge");
      if (reader.wishes.scripts === false) continue;
      await reader.awake();
      assert.ok((await look()) >= 0 && (await look()) < 60, "still there when the reader runs");
      assert.ok(await reader.run((anchor) => document.querySelector(":target").id === anchor, anchor));
      assert.equal(await reader.run(() => getComputedStyle(document.querySelector(":target")).animationName), "found");
      assert.deepEqual(await reader.run(() => witness.errors), []);
    }
  });
});

inChromium((reader) => {
  test("with reduced motion the mark comes and goes at once", async () => {
    await reader.devtools("Emulation.setEmulatedMedia", { features: [{ name: "prefers-reduced-motion", value: "reduce" }] });
    await reader.visit(`${paper.url(articlePath(long))}#${anchorsOf(long)[5]}`);
    assert.match(await reader.run(() => getComputedStyle(document.querySelector(":target")).animationTimingFunction), /^steps\(1/);
    await reader.devtools("Emulation.setEmulatedMedia", { features: [] });
  });

  test("in the dark the code of a paragraph can be read", async () => {
    await reader.devtools("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: "dark" }] });
    await reader.visitAwake(paper.url(articlePath(long)));
    await readAt(reader, anchorsOf(long)[30]);
    assert.equal(await codeOnScreen(reader), `${canonical(articlePath(long))}#${anchorsOf(long)[30]}`);
    await reader.devtools("Emulation.setEmulatedMedia", { features: [] });
  });

  test("every paragraph's code can be read", async () => {
    await reader.visitAwake(paper.url(articlePath(lead)));
    for (const anchor of anchorsOf(lead)) {
      if (!(await readAt(reader, anchor, { isForced: false }))) continue;
      const said = new URL(await codeOnScreen(reader));
      assert.ok(anchorsOf(lead).includes(said.hash.slice(1)), said.href);
    }
  });

  test("on paper stands the plain address, wherever one has read to", async () => {
    await reader.visitAwake(paper.url(articlePath(long)));
    await readAt(reader, anchorsOf(long)[8]);
    await reader.devtools("Emulation.setEmulatedMedia", { media: "print" });
    assert.equal(await (await reader.find(ON_SCREEN)).isDisplayed(), false);
    await reader.bring(".qr-code--paper");
    assert.equal(readCode(await reader.driver.takeScreenshot()), canonical(articlePath(long)));
    await reader.devtools("Emulation.setEmulatedMedia", { media: "" });
  });
});

describe("with a mark for visits by a code", () => {
  const root = mkdtempSync(join(tmpdir(), "strait-mark-"));
  const marked = {};
  before(async () => {
    const content = join(root, "content");
    cpSync(CONTENT, content, { recursive: true });
    const file = join(content, "site.json");
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), qrMark: "from=qr" }));
    execFileSync(STRAIT, ["build", "--content", content, "--reader", READER, "--out", join(root, "site")], { stdio: "pipe" });
    Object.assign(marked, await serve({ root: join(root, "site") }));
  });
  after(async () => {
    await marked.close();
    rmSync(root, { recursive: true });
  });

  onScreens(ENGINES, (reader) => {
    test("the code has it, the canonical address and paper have not, and the reader goes on as ever", async () => {
      await reader.visitAwake(`${marked.url(articlePath(long))}?from=qr`);
      await reader.mark();
      assert.equal(await codeOnScreen(reader), `${canonical(articlePath(long))}?from=qr`);
      assert.equal(await reader.run(() => document.querySelector("link[rel=canonical]").href), canonical(articlePath(long)));
      const anchor = anchorsOf(long)[7];
      await readAt(reader, anchor);
      assert.equal(await codeOnScreen(reader), `${canonical(articlePath(long))}?from=qr#${anchor}`);
      await reader.click(".related-news h3 a");
      await reader.until("another article is there", (path) => location.pathname !== path && seen(".related-news"), articlePath(long));
      assert.equal(await codeOnScreen(reader), `${canonical(await reader.path())}?from=qr`);
      await reader.driver.navigate().back();
      await reader.sees(long.article.headline);
      assert.ok((await reader.url()).endsWith("?from=qr"));
      assert.ok(await reader.isSameDocument());
      assert.deepEqual(await reader.run(() => witness.errors), []);
    });
  });
});

/** Scrolls until a block is where one reads, and waits until the code says so; says whether it does. */
async function readAt(reader, anchor, { isForced = true } = {}) {
  const top = await reader.run((anchor) => {
    const { top } = seen(`[id="${anchor}"]`).getBoundingClientRect();
    scrollTo({ top: scrollY + top - innerHeight / 3 + 1, behavior: "instant" });
    return scrollY;
  }, anchor);
  if (!isForced && top < 350) return false;
  const say = isForced ? anchor : "";
  await reader.until(`the code names ${anchor}`, (say) => (say ? seen(".continue-on-phone__card").dataset.place === say : seen(".continue-on-phone__card").dataset.place), say);
  return true;
}

/** Reads the code off the window as it is, without scrolling: it is in sight wherever one reads. */
async function codeOnScreen(reader) {
  return readCode(await reader.driver.takeScreenshot());
}
