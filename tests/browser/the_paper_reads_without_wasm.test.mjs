// Whatever keeps WASM from running, the printed pages and their plain links work.

import assert from "node:assert/strict";
import { test } from "node:test";
import { By, PATIENCE, inChromium, onScreens } from "./support/browsers.mjs";
import { articlePath, lead, section, sectionPath, site, storyWithBlock, word } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();
const longest = site.sections.find(({ path }) => section(path).older) ?? site.sections[0];
const HALVES = [{ engine: "chromium", size: "phone" }, { engine: "firefox", size: "desktop" }];
const ALL = [...HALVES, { engine: "chromium", size: "desktop" }, { engine: "firefox", size: "phone" }];

/** What keeps WASM from running. */
const FAULTS = {
  "the WASM is not there": [".wasm", { status: 404 }],
  "the WASM is cut short": [".wasm", { keeps: 0.5 }],
  "the WASM breaks off": [".wasm", { breaksOff: true }],
  "one bit of the WASM is flipped": [".wasm", { flips: true }],
  "the WASM is a page of a captive portal": [".wasm", { says: "<!doctype html><title>Log in</title>" }],
  "the glue is not there": ["/assets/reader-", { status: 404 }],
  "the policy forbids WASM": [/\/$/, {}],
};

onScreens(ALL.map((screen) => ({ ...screen, scripts: false })), (reader) => {
  test("with scripts off the paper can be read from front to article, section, older page and related news", async () => {
    await reader.visit(paper.url("/"));
    await tour(reader);
    assert.deepEqual(paper.requests(/\.wasm$|\/data\//), []);
  });

  if (reader.size === "phone") {
    test("with scripts off the menu and the share card open", async () => {
      await menuAndCard(reader);
    });
  }
});

onScreens(HALVES, (reader) => {
  for (const [name, [what, fault]] of Object.entries(FAULTS)) {
    test(`${name}: the paper can be read all the same`, async () => {
      paper.misbehave(what, Object.keys(fault).length ? fault : { headers: await policyWithoutWasm(paper) });
      await reader.visit(paper.url("/"));
      await reader.awake("failed");
      await tour(reader);
      if (reader.size === "phone") await menuAndCard(reader);
    });
  }

  test("boot.js is not there: the paper can be read all the same", async () => {
    paper.misbehave("/assets/boot", { status: 404 });
    await reader.visit(paper.url("/"));
    await tour(reader);
    assert.deepEqual(paper.requests(".wasm"), []);
  });

  test("without the reader an embed is a link, and a player for who asks for it", async () => {
    paper.misbehave(".wasm", { status: 404 });
    await reader.visit(paper.url(articlePath(storyWithBlock("embed"))));
    await reader.awake("failed");
    assert.equal(await (await reader.find(".embed a")).isDisplayed(), true);
    await reader.click(".embed button");
    await reader.find(".embed iframe");
    assert.deepEqual(await reader.run(() => [...document.querySelectorAll(".embed .can-load")].map(({ hidden }) => hidden)), [true, true]);
    assert.equal(await reader.run(() => document.activeElement.localName), "iframe");
  });

  for (const way of ["at once", "in a promise"]) {
    test(`a reader that breaks (${way}) long after it woke up leaves plain links`, async () => {
      await reader.browser.preload(TRAP);
      await reader.visitAwake(paper.url("/"));
      await reader.mark();
      await reader.run(breakDown, way);
      await reader.awake("failed");
      await follow(reader, ".lead-story h2 a");
      await reader.sees(lead.article.headline);
      assert.equal(await reader.isSameDocument(), false);
    });
  }

  test("an error of another script breaks no reader", async () => {
    await reader.browser.preload(TRAP);
    await reader.visitAwake(paper.url("/"));
    await reader.run(() => dispatchEvent(new Event("throw")));
    await reader.until("it is thrown", () => window.isThrown);
    assert.equal(await reader.run(() => document.documentElement.dataset.reader), "ready");
  });

  test("back from what a broken reader opened loads the page", async () => {
    await reader.browser.preload(TRAP);
    await reader.visitAwake(paper.url("/"));
    await follow(reader, ".lead-story h2 a");
    await reader.sees(lead.article.headline);
    await reader.run(breakDown, "at once");
    await reader.awake("failed");
    await reader.mark();
    await reader.driver.navigate().back();
    await reader.until("the front page is loaded", () => seen(".front-page") && !window.isSameDocument);
  });

  test("a tap that waits for a reader that breaks is followed at once", async () => {
    await reader.browser.preload("const plain = window.setTimeout; window.setTimeout = (act, time) => plain(act, time > 1 ? time * 40 : time);");
    await reader.browser.preload(TRAP);
    const release = paper.hold("/data/site.json");
    await reader.visit(paper.url("/"));
    await reader.until("the WASM is there", () => performance.getEntriesByName(new URL(document.querySelector("[data-wasm]").dataset.wasm, location.href).href)[0]?.responseEnd);
    // Waking up waits for the paper's data now.
    await reader.driver.sleep(500);
    await reader.run((css) => seen(css).click(), ".lead-story h2 a");
    assert.equal(await reader.path(), "/", "the control: the tap is held");
    await reader.run(breakDown, "at once");
    await reader.sees(lead.article.headline);
    release();
    await reader.browser.forgetPreloaded();
  });
});

/** In the page: a WASM module traps, as a panic does. */
const breakDown = (way) => dispatchEvent(new Event(`trap ${way}`));

/** A page's own script that does it: what a test runs is no part of the page in Firefox. */
const TRAP = `
  const trap = () => {
    // (module (func (export "f") unreachable))
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports.f();
  };
  addEventListener("trap at once", () => setTimeout(trap));
  addEventListener("trap in a promise", () => void Promise.resolve().then(trap));
  addEventListener("throw", () => setTimeout(() => { globalThis.isThrown = true; throw new Error("an extension's"); }));
`;

/** Front, lead, related news, section, older page; each by its link, each readable. */
async function tour(reader) {
  const headline = async (words) => {
    await reader.driver.wait(async () => (await reader.text("main h1").catch(() => "")).includes(words), 20_000, `“${words}” is on screen`);
    assert.ok((await reader.text("main")).length > 60, "a page is not blank");
  };
  await follow(reader, ".lead-story h2 a");
  await headline(lead.article.headline);
  assert.ok((await reader.text(".article__body")).length > 100);
  assert.equal(new URL(await reader.url()).pathname, articlePath(lead));
  await follow(reader, ".related-news h3 a");
  await headline(lead.related[0].headline);
  await reader.driver.navigate().back();
  await headline(lead.article.headline);
  await follow(reader, `.footer a[href="${sectionPath(longest.path)}"]`);
  await headline(longest.name);
  if (section(longest.path).older) {
    await follow(reader, '.pager a[rel="next"]');
    await headline(`第${section(longest.path).older}页`);
  }
}

async function menuAndCard(reader) {
  await reader.visit(paper.url(articlePath(lead)));
  const [nav, code] = [await reader.find(".masthead__sections"), await reader.find(".qr-code")];
  assert.equal(await nav.isDisplayed(), false);
  await (await reader.find(".masthead__menu summary")).click();
  assert.equal(await nav.isDisplayed(), true);
  await (await reader.find(".masthead__menu summary")).click();
  assert.equal(await code.isDisplayed(), false);
  await (await reader.driver.findElement(By.xpath(`//button[text()="${word("SHARE")}"]`))).click();
  assert.equal(await code.isDisplayed(), true);
  await (await reader.driver.findElement(By.xpath(`//button[normalize-space()="${word("CLOSE")}"]`))).click();
  assert.equal(await code.isDisplayed(), false);
}

/** A click that needs no script of ours in the page. */
async function follow(reader, css) {
  await (await reader.find(css)).click();
}

async function policyWithoutWasm(paper) {
  const policy = (await fetch(paper.url("/"))).headers.get("content-security-policy");
  assert.ok(policy.includes(" 'wasm-unsafe-eval'"));
  return { "Content-Security-Policy": policy.replace(" 'wasm-unsafe-eval'", "") };
}

inChromium((reader) => {
  test("where the reader does not run the browser fetches a page ahead that is pointed at", async () => {
    paper.misbehave(/\.wasm$/, { status: 404 });
    await reader.visit(paper.url("/"));
    await reader.awake("failed");
    paper.forget();
    const path = await reader.run(() => seen("main h2 a").pathname);
    const link = await reader.bring("main h2 a");
    await reader.driver.actions().move({ origin: link }).perform();
    await reader.driver.wait(() => paper.requests(path).length > 0, PATIENCE, `${path} was not fetched ahead`);
    assert.equal(await reader.path(), "/");
  });
});
