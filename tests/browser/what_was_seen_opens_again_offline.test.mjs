// What was seen can be read again without a network: as a page and in place, in its edition. What is not there is
// told in words. Nothing bad is ever kept.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./support/axe.mjs";
import { ENGINES, PATIENCE, inChromium, onScreens } from "./support/browsers.mjs";
import { FORBIDDEN, FULL, HURRIED } from "./support/devices.mjs";
import { articleData, articlePath, lead, plainStories, printedPages, sectionPath, site, word } from "./support/edition.mjs";
import { kept, keeps, visitKept } from "./support/offline.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper({ isForgotten: true });
const [one, other] = plainStories;
const link = (story) => `a[href="${articlePath(story)}"]`;
/** The first headline on the front page that leads to another article than the lead. */
const NEXT = "main .headline-card h3 a";

const SLOW_LINE = `Object.defineProperty(navigator, "connection", { value: { saveData: true, effectiveType: "4g" } });`;

/** In the page: a link to another, that nobody pointed at before. */
function addLink(href) {
  seen("h1").after(Object.assign(document.createElement("a"), { href, id: "way", textContent: href }));
}

onScreens(ENGINES, (reader) => {
  test("a page that was seen opens again as a page, with its picture", async () => {
    await visitKept(reader, paper, articlePath(lead));
    const picture = await reader.until("the picture is there", () => seen(".article img")?.complete && seen(".article img").naturalWidth && new URL(seen(".article img").currentSrc).pathname);
    await reader.visitAwake(paper.url(articlePath(lead)));
    await keeps(reader, picture);
    paper.cut();
    await reader.visitAwake(paper.url(articlePath(lead)));
    await reader.sees(lead.article.headline);
    await reader.until("the picture is there", () => seen(".article img").complete && seen(".article img").naturalWidth > 0);
  });

  test("what was seen as a page opens again as a page, though its data was never fetched", async () => {
    await visitKept(reader, paper, articlePath(other));
    await visitKept(reader, paper, sectionPath(other.article.section));
    await keeps(reader, "/data/site.json");
    paper.cut();
    await reader.visitAwake(paper.url(sectionPath(other.article.section)));
    await reader.mark();
    await reader.run(addLink, articlePath(other));
    await reader.click("#way");
    await reader.sees(other.article.headline);
    assert.equal(await reader.isSameDocument(), false);
    assert.equal(await reader.path(), articlePath(other));
    await reader.awake();
    await reader.until("no trouble is told", () => document.querySelector("[role=alert]").innerText.trim() === "");
  });

  test("back and forward, after a reload without a network, open pages that were kept as pages", async () => {
    await visitKept(reader, paper, "/");
    await keeps(reader, "/data/site.json");
    await reader.visitAwake(paper.url("/"));
    await reader.click(`main ${link(lead)}`);
    await reader.sees(lead.article.headline);
    await keeps(reader, articlePath(lead));
    paper.cut();
    await reader.mark();
    // A driver's reload passes by the worker in Firefox.
    await reader.run(() => location.reload());
    await reader.until("it is loaded anew", () => !window.isSameDocument && document.documentElement.dataset.reader === "ready");
    await reader.driver.navigate().back();
    await reader.until("the front page is there", () => seen(".front-page"));
    await reader.awake();
    assert.equal(await reader.path(), "/");
    await reader.driver.navigate().forward();
    await reader.sees(lead.article.headline);
    assert.equal(await reader.path(), articlePath(lead));
  });

  test("what was opened in place opens again as a page", async () => {
    await visitKept(reader, paper, "/");
    await reader.visitAwake(paper.url("/"));
    await reader.mark();
    const path = await reader.run((css) => new URL(seen(css).href).pathname, NEXT);
    const headline = await reader.run((css) => seen(css).textContent, NEXT);
    await reader.click(NEXT);
    await reader.sees(headline);
    assert.equal(await reader.isSameDocument(), true);
    await keeps(reader, path);
    paper.cut();
    await reader.visit(paper.url(path));
    await reader.sees(headline);
  });

  test("a page that is not there is told in words, in its edition, with what is there", async () => {
    await visitKept(reader, paper, `/hant${articlePath(lead)}`, "/hant/saved/");
    await visitKept(reader, paper, articlePath(one));
    paper.cut();
    for (const [edition, script, saved] of [["", "simplified", one], ["/hant", "traditional", lead]]) {
      await reader.visit(paper.url(`${edition}${articlePath(other)}`));
      await reader.sees(word("no_network", script), "main h2");
      assert.match(await reader.text("main"), new RegExp(word("read_list", script)));
      assert.deepEqual(await violations(reader), []);
      await reader.until("what was read is listed", (path) => seen(`.shelf a[href="${path}"]`), `${edition}${articlePath(saved)}`);
    }
    paper.mend();
    await reader.click(".shelf__absence .button");
    await reader.until("the page came", (path) => location.pathname.endsWith(path) && !seen(".shelf"), articlePath(other));
  });

  test("a server that fails, or lets one wait, is no reason to show nothing", async () => {
    await visitKept(reader, paper, articlePath(lead));
    paper.misbehave(articlePath(lead), { status: 500, says: "<h1>500</h1>" });
    await reader.visit(paper.url(articlePath(lead)));
    await reader.sees(lead.article.headline);
    paper.mend();
    const release = paper.hold(articlePath(lead));
    await reader.visit(paper.url(articlePath(lead)));
    await reader.sees(lead.article.headline);
    release();
  });

  test("nothing bad is kept: no portal, no half file, no failure", async () => {
    await visitKept(reader, paper, "/");
    await reader.visitAwake(paper.url("/"));
    const portal = "<html><body>log in</body></html>";
    paper.misbehave(articlePath(one), { says: portal });
    paper.misbehave(articlePath(other), { keeps: 0.5 });
    paper.misbehave(sectionPath(lead.article.section), { status: 404 });
    paper.misbehave(articleData(one), { says: portal });
    paper.misbehave(articleData(other), { keeps: 0.5 });
    const bad = [articlePath(one), articlePath(other), sectionPath(lead.article.section), articleData(one), articleData(other), "/media/elsewhere"];
    await reader.run((paths) => Promise.all(paths.map((path) => fetch(path).then((answer) => answer.text()).catch(() => {}))), bad);
    const done = (paths) => new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(true);
      navigator.serviceWorker.controller.postMessage({ keep: paths.map((path) => new URL(path, location.href).href) }, [port2]);
    });
    assert.equal(await reader.run(done, bad.slice(0, 3)), true);
    const there = await kept(reader);
    for (const path of bad) assert.ok(!there.includes(path), `${path} is kept`);
    paper.mend();
    assert.equal(await reader.run(done, [articlePath(one)]), true);
    assert.ok((await kept(reader, "pages")).includes(articlePath(one)), "the control");
  });

  test("a file that came broken is fetched again, not kept", async () => {
    paper.misbehave(/\.wasm$/, { flips: true });
    await reader.visit(paper.url("/"));
    await reader.awake("failed");
    await reader.until("the worker runs", () => Boolean(navigator.serviceWorker.controller));
    await reader.visit(paper.url("/"));
    await reader.awake("failed");
    paper.mend();
    await reader.run(() => fetch(document.querySelector("[data-wasm]").dataset.wasm, { cache: "reload" }).then((answer) => answer.arrayBuffer()).then(() => true));
    await reader.visitAwake(paper.url("/"));
  });

  test("a clock that is years off loses nothing", async () => {
    for (const date of ["Thu, 01 Jan 2015 00:00:00 GMT", "Tue, 01 Jan 2041 00:00:00 GMT"]) {
      paper.mend();
      paper.misbehave("", { headers: { Date: date } });
      await visitKept(reader, paper, articlePath(lead));
      await visitKept(reader, paper, articlePath(one));
      paper.cut();
      await reader.visit(paper.url(articlePath(lead)));
      await reader.sees(lead.article.headline);
      await reader.visit(paper.url(articlePath(one)));
      await reader.sees(one.article.headline);
    }
  });

  test("what is kept of pages has an end", async () => {
    await visitKept(reader, paper, "/");
    const paths = printedPages().filter((path) => path.startsWith("/article/") || path.startsWith("/hant/article/")).slice(0, 112);
    assert.ok(paths.length > 105);
    const keep = (paths) => new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(true);
      navigator.serviceWorker.controller.postMessage({ keep: paths.map((path) => new URL(path, location.href).href) }, [port2]);
    });
    for (let at = 0; at < paths.length; at += 16) await reader.run(keep, paths.slice(at, at + 16));
    await reader.until("some are gone", async () => {
      const name = (await caches.keys()).find((name) => name.endsWith(" pages"));
      return (await (await caches.open(name)).keys()).length <= 100;
    });
    assert.ok((await kept(reader, "home")).includes("/saved/"), "the page that says what is there stays");
  });

  test("a first visit pays for no tool that nobody asked for; who comes again has them without a network", async () => {
    const TOOLS = ["listen", "lightbox", "settings", "quote", "save_section"];
    await visitKept(reader, paper, articlePath(lead));
    await reader.until("all is quiet", () => new Promise((done) => setTimeout(() => done(true), 500)));
    const asked = paper.log.map(({ path }) => path).filter((path) => TOOLS.some((tool) => path.includes(`/tools/${tool}-`)));
    assert.deepEqual(asked, []);
    await reader.visitAwake(paper.url("/"));
    const areKept = async () => {
      const paths = await kept(reader);
      return TOOLS.every((tool) => paths.some((path) => path.includes(`/tools/${tool}-`)));
    };
    await reader.driver.wait(areKept, PATIENCE, "all are kept");
  });

  test("a page that is kept is shown anew while there is a network", async () => {
    await visitKept(reader, paper, articlePath(lead));
    await reader.visitAwake(paper.url("/"));
    paper.misbehave(articlePath(lead), { rewrites: (html) => html.replaceAll(lead.article.headline, "船改点了") });
    await reader.visit(paper.url(articlePath(lead)));
    await reader.sees("船改点了");
  });

  test("of a picture the size that is kept is better than none", async () => {
    await visitKept(reader, paper, articlePath(lead));
    await reader.visitAwake(paper.url(articlePath(lead)));
    const picture = await reader.until("the picture is there", () => seen(".article img")?.naturalWidth && new URL(seen(".article img").currentSrc).pathname);
    await keeps(reader, picture);
    paper.cut();
    const other = picture.replace(/-\d+(?=\.\w+$)/, "-9999");
    const load = (src) => new Promise((done) => Object.assign(new Image(), { src, onload: () => done(true), onerror: () => done(false) }));
    assert.equal(await reader.run(load, other), true);
    assert.equal(await reader.run(load, other.replace("pictures/", "pictures/no-")), false);
  });

  test("who chose a script reads what they saved as they saved it, and is told of the page that they asked for", async () => {
    const [hant] = site.editions.filter(({ path }) => path);
    await visitKept(reader, paper, articlePath(lead));
    await reader.click(".save-button");
    await reader.until("it is saved", () => seen(".save-button").dataset.state === "saved");
    await reader.run((language) => localStorage.setItem("strait-choices", `edition=${language}`), hant.language);
    await visitKept(reader, paper, `/${hant.path}/`, `/${hant.path}/saved/`);
    paper.cut();
    await reader.visit(paper.url(articlePath(lead)));
    await reader.sees(lead.article.headline);
    await reader.visit(paper.url(`/${hant.path}${articlePath(other)}`));
    await reader.sees(word("no_network", "traditional"), "main h2");
    assert.equal(await reader.path(), `/${hant.path}${articlePath(other)}`);
  });

  test("who opened a page without a network is told of news when there is one again", async () => {
    await visitKept(reader, paper, "/");
    await visitKept(reader, paper, "/");
    await reader.browser.preload(HURRIED);
    paper.cut();
    await reader.visitAwake(paper.url("/"));
    await reader.until("it is looked for news", () => performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/latest.json")));
    paper.mend();
    paper.misbehave("/data/latest.json", { rewrites: (text) => JSON.stringify([{ ...JSON.parse(text)[0], id: "n1", firstCreated: new Date().toISOString() }, ...JSON.parse(text)]) });
    await reader.run(() => dispatchEvent(new Event("online")));
    await reader.until("news is told", () => document.querySelector(".news-notice--new")?.textContent.startsWith("1 "));
    await reader.browser.forgetPreloaded();
  });

  test("where nothing may be kept, the paper reads as ever", async () => {
    await reader.browser.preload(FORBIDDEN);
    await reader.visitAwake(paper.url("/"));
    await reader.click(`main ${link(lead)}`);
    await reader.sees(lead.article.headline);
    await reader.visit(paper.url("/saved/"));
    await reader.until("it is told", (text) => seen(".shelf")?.textContent.includes(text), word("forbidden"));
    await reader.browser.forgetPreloaded();
  });

  test("where the worker has no room, the paper reads as ever, and nothing is half kept", async () => {
    paper.misbehave("/worker.js", { rewrites: (script) => FULL + script });
    await reader.visitAwake(paper.url("/"));
    await reader.until("the worker runs", () => Boolean(navigator.serviceWorker.controller));
    for (const story of [lead, one]) {
      await reader.visitAwake(paper.url(articlePath(story)));
      await reader.sees(story.article.headline);
    }
    await reader.click(".masthead__name a");
    await reader.sees(lead.article.headline, "main h2");
    assert.deepEqual(await kept(reader), []);
  });

  test("under Save-Data nothing is kept before the reader asks for it", async () => {
    await reader.browser.preload(SLOW_LINE);
    await reader.visit(paper.url(articlePath(lead)));
    await reader.find(".save-button");
    await reader.press("Tab");
    await reader.awake();
    assert.equal(await reader.run(async () => (await navigator.serviceWorker.getRegistrations()).length), 0);
    assert.deepEqual(paper.requests("worker.js"), []);
    await reader.click(".save-button");
    await reader.until("it is saved", () => seen(".save-button").dataset.state === "saved");
    await reader.until("the worker runs", () => Boolean(navigator.serviceWorker.controller));
    await reader.browser.forgetPreloaded();
  });
});

inChromium((reader) => {
  test("a full device reads as ever, and what was saved stays", async () => {
    await visitKept(reader, paper, articlePath(lead));
    await reader.click(".save-button");
    await reader.until("it is saved", () => seen(".save-button").dataset.state === "saved");
    const before = (await kept(reader, "saved")).length;
    await reader.devtools("Storage.overrideQuotaForOrigin", { origin: paper.origin, quotaSize: 1000 });
    await reader.visitAwake(paper.url(articlePath(one)));
    await reader.sees(one.article.headline);
    assert.equal((await kept(reader, "saved")).length, before);
    paper.cut();
    await reader.visit(paper.url(articlePath(lead)));
    await reader.sees(lead.article.headline);
    await reader.devtools("Storage.overrideQuotaForOrigin", { origin: paper.origin });
  });
});
