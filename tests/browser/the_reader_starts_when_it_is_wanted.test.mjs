// WASM comes at the first sign of intent, or in an idle moment on a good line; a tap is never lost.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGINES, Key, PATIENCE, SCREENS, inChromium, onScreens } from "./support/browsers.mjs";
import { articlePath, lead } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();
const LEAD_LINK = ".lead-story h2 a";
const slowLine = (reader) => reader.browser.preload(line({ effectiveType: "3g" }));
/** A page that came so: times in milliseconds since it was asked for. Timers are slow, so that a tap that is held is noticed. */
const cameSo = (timing) => `
  const plain = window.setTimeout; window.setTimeout = (act, time) => plain(act, time * 40);
  const entry = ${JSON.stringify({ requestStart: 0, ...timing })};
  const told = performance.getEntriesByType.bind(performance);
  performance.getEntriesByType = (type) => (type === "navigation" ? [entry] : told(type));
`;
/** The reader would be here within a page's time; or it takes ten times as long. */
const QUICK = { responseStart: 1, responseEnd: 2, domInteractive: 20_000, encodedBodySize: 20_000, decodedBodySize: 80_000 };
const SLOW = { responseStart: 150, responseEnd: 1250, domInteractive: 1300, encodedBodySize: 10_000, decodedBodySize: 80_000 };
const line = (connection) => `Object.defineProperty(navigator, "connection", { value: ${JSON.stringify(connection)} });`;

inChromium((reader) => {
  for (const connection of [{ effectiveType: "3g" }, { effectiveType: "2g" }, { effectiveType: "4g", saveData: true }]) {
    test(`on a line with ${JSON.stringify(connection)} a visit costs under 4 KB of code, and no WASM`, async () => {
      await reader.open();
      await reader.browser.preload(line(connection));
      await reader.visit(paper.url("/"));
      await idle(reader);
      const code = paper.log.filter(({ path }) => /\.(js|wasm)$/.test(path));
      assert.equal(code.length, 1, code.map(({ path }) => path).join());
      assert.ok(code[0].bytes > 0 && code[0].bytes < 4096, `${code[0].bytes} bytes`);
      assert.deepEqual(paper.requests("/data/"), []);
    });
  }

  const SIGNS = {
    "a pointer over a link": async () => reader.driver.actions().move({ origin: await reader.find(LEAD_LINK) }).perform(),
    "a key": () => reader.press(Key.ARROW_DOWN),
    "focus on a link": () => reader.run((css) => seen(css).focus(), LEAD_LINK),
    "a finger on a link": () => touch(reader, LEAD_LINK),
  };
  for (const [name, give] of Object.entries(SIGNS)) {
    test(`on a slow line ${name} starts it`, async () => {
      await reader.open();
      await slowLine(reader);
      await reader.visit(paper.url("/"));
      await reader.until("the page is loaded", () => document.readyState === "complete");
      assert.deepEqual(paper.requests(".wasm"), []);
      await give();
      await reader.awake();
      assert.equal(paper.requests(".wasm").length, 1);
    });
  }

  test("on a slow line nothing is fetched before it is asked for, and what is read is remembered", async () => {
    await reader.open();
    await slowLine(reader);
    await reader.visit(paper.url("/"));
    await reader.press(Key.ARROW_DOWN);
    await reader.awake();
    for (const css of [LEAD_LINK, "main .headline-card h3 a"]) await reader.driver.actions().move({ origin: await reader.bring(css) }).perform();
    await idle(reader);
    // What it wakes up with, and no news.
    assert.deepEqual(paper.requests("/data/").map(({ path }) => path), ["/data/site.json"]);
    await reader.click(LEAD_LINK);
    await reader.sees(lead.article.headline);
    await reader.until("it is remembered", (path) => Object.keys(localStorage).some((key) => key.startsWith("strait-read") && localStorage[key].includes(path)), articlePath(lead));
    await reader.run(() => localStorage.clear());
  });

  test("on a slow line a pointer over plain text does not", async () => {
    await reader.open();
    await slowLine(reader);
    await reader.visit(paper.url(articlePath(lead)));
    await reader.driver.actions().move({ origin: await reader.find(".article__body p") }).perform();
    await idle(reader);
    assert.deepEqual(paper.requests(".wasm"), []);
  });

  test("a tap on a tool's link is never held for the reader", async () => {
    await reader.open();
    const release = paper.hold(/\.wasm$/);
    await reader.visit(paper.url(articlePath(lead)));
    await reader.mark();
    await reader.run(() => seen(".masthead [data-tool=settings]").click());
    await reader.until("the panel is open", () => document.querySelector(".settings-panel")?.open);
    await reader.until("longer than a tap is held", () => new Promise((done) => setTimeout(() => done(true), 800)));
    assert.ok(await reader.isSameDocument());
    release();
    await reader.awake();
    assert.ok(await reader.run(() => document.querySelector(".settings-panel").open));
  });

  test("a tap at once on a slow line opens the article", async () => {
    await reader.open();
    await slowLine(reader);
    paper.hold(".wasm");
    await reader.visit(paper.url("/"));
    await reader.click(LEAD_LINK);
    await reader.sees(lead.article.headline);
  });
});

onScreens(ENGINES, (reader) => {
  test("on a good line it starts by itself in an idle moment", async () => {
    await reader.visit(paper.url("/"));
    await reader.awake();
    assert.equal(paper.requests(".wasm").length, 1);
  });
});

onScreens(SCREENS, (reader) => {
  test("a tap at once opens the article", async () => {
    await reader.visit(paper.url("/"));
    await reader.click(LEAD_LINK);
    await reader.sees(lead.article.headline);
    assert.equal(await reader.path(), articlePath(lead));
  });

  test("a tap while the reader wakes up is kept for it", async () => {
    await reader.open();
    await reader.browser.preload(cameSo(QUICK));
    const release = paper.hold(".wasm");
    await reader.visit(paper.url("/"));
    await reader.mark();
    await reader.until("the download has begun", () => performance.getEntriesByType("resource").some(({ name }) => name.includes("/assets/reader")));
    await reader.run((css) => seen(css).click(), LEAD_LINK);
    release();
    await reader.sees(lead.article.headline);
    assert.ok(await reader.isSameDocument(), "the reader opened it in place");
    await reader.open();
  });

  test("a tap is not held where the page comes sooner than the reader", async () => {
    await reader.open();
    await reader.browser.preload(cameSo(SLOW));
    const release = paper.hold(".wasm");
    await reader.visit(paper.url("/"));
    await reader.until("the download has begun", () => performance.getEntriesByName(document.querySelector("[data-reader]").dataset.reader).length || document.querySelector("link[rel=preload][href$='site.json']"));
    await reader.run((css) => seen(css).click(), LEAD_LINK);
    // A tap that is held for the time of a page would take 52 s here.
    await reader.sees(lead.article.headline);
    release();
    await reader.open();
  });

  test("what is on its way is given up for a page that comes instead, and asked for anew where that page did not come", async () => {
    await reader.open();
    await reader.browser.preload(cameSo(SLOW));
    const release = paper.hold(".wasm");
    // The browser stays on the page.
    paper.misbehave(articlePath(lead), { status: 204, keeps: 0 });
    await reader.visit(paper.url("/"));
    const asked = (path) => reader.driver.wait(() => paper.requests(path)[0], PATIENCE, `${path} is asked for`);
    const download = await asked(".wasm");
    await reader.run((css) => seen(css).click(), LEAD_LINK);
    await asked(articlePath(lead));
    await reader.driver.wait(() => download.aborted, PATIENCE, "the download is given up");
    release();
    await reader.press(Key.ARROW_DOWN);
    await reader.awake();
    // Firefox asks twice for what it has given up.
    assert.ok(paper.requests(".wasm").length > 1);
    await reader.open();
  });

  test("the paper's own data comes beside the WASM, once", async () => {
    const release = paper.hold(".wasm");
    await reader.visit(paper.url("/"));
    await reader.driver.wait(() => paper.requests("/data/site.json").length > 0, PATIENCE, "it was not asked for");
    release();
    await reader.awake();
    assert.equal(paper.requests("/data/site.json").length, 1);
  });

  for (const file of ["reader-", ".wasm"]) {
    test(`a tap is not kept for ever when ${file} never comes`, async () => {
      paper.hold(file);
      await reader.visit(paper.url("/"));
      await reader.click(LEAD_LINK);
      await reader.sees(lead.article.headline);
    });
  }
});

/** Waits longer than an idle moment lets itself be waited for. */
async function idle(reader) {
  await reader.until("the page is loaded", () => document.readyState === "complete");
  await reader.driver.executeAsyncScript((done) => setTimeout(() => requestIdleCallback(() => setTimeout(done, 500)), 3200));
}

async function touch(reader, css) {
  const { x, y } = await reader.run((css) => {
    const link = seen(css);
    link.scrollIntoView({ block: "center" });
    const [box] = link.getClientRects();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, css);
  await reader.devtools("Emulation.setTouchEmulationEnabled", { enabled: true });
  await reader.devtools("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
  await reader.devtools("Input.dispatchTouchEvent", { type: "touchCancel", touchPoints: [] });
  await reader.devtools("Emulation.setTouchEmulationEnabled", { enabled: false });
}
