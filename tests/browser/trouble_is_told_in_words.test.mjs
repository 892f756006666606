// A page that cannot be fetched is told in words over the page that stays; there is always a way on.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { By, SCREENS, inChromium, onScreens } from "./support/browsers.mjs";
import { FORBIDDEN, PAUSES, without } from "./support/devices.mjs";
import { articleData, articlePath, front, lead, section, site, word } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();
const LEAD_LINK = ".lead-story h2 a";
const HALVES = SCREENS.filter(({ engine, size }) => (engine === "chromium") === (size === "phone"));

/** What may come instead of news, and the words that say so. */
const FAULTS = {
  "the connection is refused": [{ resets: true }, "UNREACHABLE"],
  "the server fails for ever": [{ status: 500 }, "REFUSED"],
  "half a file comes": [{ keeps: 0.5 }, "NOT_NEWS"],
  "an empty file comes": [{ keeps: 0 }, "NOT_NEWS"],
  "the file breaks off": [{ breaksOff: true }, null],
  "a captive portal answers": [{ says: "<!doctype html><title>Log in</title>" }, "NOT_NEWS"],
  "HTML comes as JSON": [{ says: "<!doctype html>", headers: { "Content-Type": "application/json" } }, "NOT_NEWS"],
  "alien JSON comes": [{ rewrites: () => '{"weather":"fine"}' }, "NOT_NEWS"],
  "an article without a headline comes": [{ rewrites: (text) => text.replace(/"headline":/g, '"heading":') }, "NOT_NEWS"],
};

onScreens(HALVES, (reader) => {
  before(() => reader.browser.preload(without(PAUSES)));

  for (const [name, [fault, words]] of Object.entries(FAULTS)) {
    test(`${name}: the last page stays, words appear, and a second try works`, async () => {
      paper.misbehave(articleData(lead), fault);
      await reader.visitAwake(paper.url("/"));
      await reader.mark();
      await reader.click(LEAD_LINK);
      await trouble(reader, words);
      assert.ok(await (await reader.find(LEAD_LINK)).isDisplayed(), "the last page is on screen");
      paper.mend();
      await button(reader, "TRY_AGAIN").then((again) => again.click());
      await reader.sees(lead.article.headline);
      assert.equal(await reader.path(), articlePath(lead));
      assert.ok(await reader.isSameDocument());
      await quiet(reader);
    });
  }
});

onScreens(SCREENS, (reader) => {
  before(() => reader.browser.preload(without(PAUSES)));

  test("the printed page can be opened instead", async () => {
    paper.misbehave(articleData(lead), { status: 503 });
    await reader.visitAwake(paper.url("/"));
    await reader.click(LEAD_LINK);
    await trouble(reader, "REFUSED");
    await reader.driver.findElement(By.linkText(word("OPEN_PAGE"))).click();
    await reader.sees(lead.article.headline);
    assert.equal(paper.requests(new RegExp(`^${articlePath(lead)}$`)).length, 1);
  });

  test("the words can be put away, and another link still works", async () => {
    paper.misbehave(articleData(lead), { status: 503 });
    await reader.visitAwake(paper.url("/"));
    await reader.click(LEAD_LINK);
    await trouble(reader, "REFUSED");
    await button(reader, "CLOSE").then((close) => close.click());
    await quiet(reader);
    const [other] = front.beside;
    await reader.click(`main a[href="/article/${other.id}/"]`);
    await reader.sees(other.headline);
  });

  test("without a server what was read can be read again", async () => {
    await reader.visitAwake(paper.url("/"));
    await reader.click(LEAD_LINK);
    await reader.sees(lead.article.headline);
    paper.misbehave(/./, { resets: true });
    await reader.driver.navigate().back();
    await reader.until("the front page is there", () => seen(".front-page"));
    await reader.driver.navigate().forward();
    await reader.sees(lead.article.headline);
    await reader.click(".footer nav a");
    await trouble(reader, "UNREACHABLE");
    assert.ok((await reader.text("main h1")).includes(lead.article.headline));
  });
});

onScreens(SCREENS.filter(({ size }) => size === "desktop"), (reader) => {
  test("a server that fails once is asked again, and nobody notices", async () => {
    paper.misbehave(articleData(lead), { status: 500, times: 1 });
    await reader.visitAwake(paper.url("/"));
    await reader.click(LEAD_LINK);
    await reader.sees(lead.article.headline);
    assert.deepEqual(paper.requests(articleData(lead)).map(({ status }) => status), [500, 200]);
    await quiet(reader);
  });

  test("an article that is not there is said so at once, with ways onward, and not asked for again", async () => {
    paper.misbehave(articleData(lead), { status: 404 });
    await reader.visitAwake(paper.url("/"));
    await reader.click(LEAD_LINK);
    await reader.sees(word("NOT_FOUND"));
    paper.forget();
    // Longer than the pauses before a second and a third try.
    await reader.driver.sleep(2000);
    assert.deepEqual(paper.requests(articleData(lead)), []);
    assert.ok(await reader.driver.findElement(By.linkText(word("TO_FRONT"))).isDisplayed());
    assert.equal(await reader.run(() => document.querySelector("meta[name=robots]").content), "noindex");
    await reader.driver.navigate().back();
    await reader.until("the front page is there", () => seen(".front-page"));
  });

  test("an answer that never comes is told after a while", async () => {
    // A worker would ask on the reader's behalf, and Firefox does not tell it that they gave up.
    await reader.browser.preload(FORBIDDEN);
    paper.misbehave(articleData(lead), { hangs: true });
    await reader.visitAwake(paper.url("/"));
    await reader.click(LEAD_LINK);
    await trouble(reader, "TIMED_OUT");
    assert.ok(await (await reader.find(LEAD_LINK)).isDisplayed());
    await reader.driver.wait(() => paper.requests(articleData(lead)).every(({ aborted }) => aborted), 10_000, "the request is given up");
    await reader.browser.forgetPreloaded();
  });

  test("news for a newer reader loads its page once", async () => {
    paper.misbehave(articleData(lead), { rewrites: (text) => text.replaceAll(/"contract":"\d+\.\d+"/g, '"contract":"2.0"') });
    await reader.visitAwake(paper.url("/"));
    await reader.mark();
    await reader.click(LEAD_LINK);
    await reader.sees(lead.article.headline);
    await reader.awake();
    assert.equal(await reader.isSameDocument(), false);
    assert.equal(paper.requests(new RegExp(`^${articlePath(lead)}$`)).length, 1);
    await reader.click(".masthead__name a");
    await reader.until("the front page is there", () => seen(".front-page"));
  });

  test("news for a newer reader never ends in a loop: the second time it is told in words", async () => {
    paper.misbehave(/\/data\/(?!site)/, { rewrites: (text) => text.replaceAll(/"contract":"\d+\.\d+"/g, '"contract":"2.0"') });
    await reader.visitAwake(paper.url("/"));
    await reader.click(LEAD_LINK);
    await reader.sees(lead.article.headline);
    await reader.awake();
    await reader.visitAwake(paper.url("/"));
    await reader.click(LEAD_LINK);
    await trouble(reader, "TOO_NEW");
    assert.equal(paper.requests(new RegExp(`^${articlePath(lead)}$`)).length, 1);
  });

  test("news of a newer minor version is shown, without the blocks that are not known", async () => {
    const newer = (text) => text.replaceAll(/"contract":"\d+\.\d+"/g, '"contract":"1.99"').replace('"body":[', '"body":[{"kind":"hologram","depth":3},').replace('"headline":', '"mood":"calm","headline":');
    paper.misbehave(articleData(lead), { rewrites: newer });
    await reader.visitAwake(paper.url("/"));
    await reader.mark();
    await reader.click(LEAD_LINK);
    await reader.sees(lead.article.headline);
    assert.ok(await reader.isSameDocument());
    assert.ok((await reader.text(".article__body")).length > 100);
    await quiet(reader);
  });
});

inChromium((reader) => {
  test("a device that is offline is told so, and a second try works when it is back", async () => {
    await reader.devtools("Network.enable");
    const setOffline = (offline) => reader.devtools("Network.emulateNetworkConditions", { offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
    // With a worker, what was seen is shown instead.
    paper.misbehave("/worker.js", { status: 404 });
    await reader.visitAwake(paper.url("/"));
    await setOffline(true);
    const [last] = section(site.sections.at(-1).path).headlines.slice(-1);
    await reader.click(`.footer nav li:nth-child(${site.sections.length}) a`);
    await trouble(reader, "OFFLINE");
    await setOffline(false);
    await button(reader, "TRY_AGAIN").then((again) => again.click());
    await reader.sees(site.sections.at(-1).name);
    assert.ok((await reader.text("main")).includes(last.headline));
  });
});

async function trouble(reader, words) {
  await reader.until("words appear", (words) => document.querySelector("[role=alert]").innerText.includes(words), words ? word(words) : word("TRY_AGAIN"));
}

async function quiet(reader) {
  await reader.until("no trouble is told", () => document.querySelector("[role=alert]").innerText.trim() === "");
}

function button(reader, name) {
  return reader.driver.findElement(By.xpath(`//*[@role="alert"]//button[normalize-space()="${word(name)}"]`));
}
