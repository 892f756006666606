// A partner's page shows our news whatever it is made with: it fits, its links lead to us, and nothing else is needed.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { By, ENGINES, inChromium, onScreens } from "./support/browsers.mjs";
import { SITE } from "./support/environment.mjs";
import { eachPaper, eachPartner } from "./support/paper.mjs";
import { join } from "node:path";

const paper = eachPaper();
const hosts = eachPartner(paper);
const [first, second] = JSON.parse(readFileSync(join(SITE, "data/latest.json"), "utf8"));

/** The frames of a page: how high each is, whether it is shown, and how wide. Runs in the page. */
const frames = () =>
  [...document.querySelectorAll("iframe")].map((frame) => {
    const { width, height } = frame.getBoundingClientRect();
    const { visibility, display } = getComputedStyle(frame);
    return { width, height, isShown: visibility === "visible" && display !== "none" };
  });

/** Looks into a frame that is in sight: browsers do not lay out what is far from it. */
async function inside(reader, at, look) {
  await reader.driver.switchTo().defaultContent();
  await reader.run((at) => document.querySelectorAll("iframe")[at].scrollIntoView({ block: "nearest" }), at);
  const all = await reader.driver.findElements(By.css("iframe"));
  await reader.driver.switchTo().frame(all[at]);
  try {
    return await reader.driver.wait(async () => reader.driver.executeScript(`return (${look})()`).catch(() => null), 20_000, `frame ${at} never says yes to ${look}`, 25);
  } finally {
    await reader.driver.switchTo().defaultContent();
  }
}

const headline = () => document.querySelector("main h2 > a")?.textContent;
/** Whether all of it can be seen. A host may take a while to hear of the last change. */
const isWhole = () => document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth;

onScreens(ENGINES, (reader) => {
  test("by hand: quotation, section and our own element give way to frames that are as high as they need to be", async () => {
    await reader.visit(hosts.url("plain.html"));
    await reader.until("the first frame is fitted", () => document.querySelector("iframe").style.height !== "");
    assert.equal(await inside(reader, 0, headline), first.headline);
    for (const at of [1, 2, 3]) await reader.run((at) => document.querySelectorAll("iframe")[at].scrollIntoView(), at);
    await reader.until("all are fitted", () => [...document.querySelectorAll("iframe")].length === 4 && [...document.querySelectorAll("iframe")].every((frame) => frame.style.height));
    for (const at of [0, 1, 2]) await inside(reader, at, isWhole);
    assert.ok((await reader.run(frames)).every(({ isShown }) => isShown));
    assert.deepEqual(await reader.run(() => [...document.querySelectorAll("blockquote")].map((words) => words.offsetHeight)), [0, 0, 0]);
    assert.ok((await reader.run(frames))[3].height > 1000, "a whole article is as high as it is");
    assert.deepEqual(await reader.run(() => witness.errors), []);
  });

  test("WordPress, untouched: the quotation gives way, the height is told, a link is followed by the host", async () => {
    await reader.visit(hosts.url("wordpress.html"));
    await reader.until("both frames are shown", () => [...document.querySelectorAll("iframe")].every((frame) => !frame.hasAttribute("style") && frame.height >= 200));
    assert.equal(await inside(reader, 1, headline), second.headline);
    await inside(reader, 0, isWhole);
    await reader.driver.switchTo().frame(0);
    await reader.driver.findElement(By.css("h2 a")).click();
    await reader.driver.switchTo().defaultContent();
    await reader.until("the host follows", () => document.documentElement.dataset.followed);
    assert.equal(await reader.run(() => document.documentElement.dataset.followed), paper.url(`/article/${first.id}/`));
  });

  test("pym.js, AMP, Datawrapper, Medium and the Guardian hear the height in their own dialects", async () => {
    await reader.visit(hosts.url("pym.html"));
    await reader.until("pym hears", () => parseInt(document.querySelector("iframe")?.height) > 300);
    await inside(reader, 0, isWhole);
    await reader.visit(hosts.url("others.html"));
    await reader.until("all hear", () => [...document.querySelectorAll("iframe")].every((frame) => frame.height > 200));
    for (const at of [0, 1, 2, 3]) await inside(reader, at, isWhole);
  });

  test("a strict policy, isolation, another direction and a narrow column change nothing", async () => {
    for (const name of ["policy", "isolated", "rtl", "narrow"]) {
      await reader.visit(hosts.url(`${name}.html`));
      await reader.until(`${name} is fitted`, () => document.querySelector("iframe").style.height !== "");
      assert.equal(await inside(reader, 0, headline), first.headline, name);
      await inside(reader, 0, isWhole);
      assert.deepEqual(await reader.run(() => witness.violations.filter((words) => !/style-src|favicon/.test(words))), [], name);
    }
    assert.equal(Math.round((await reader.run(frames))[0].width), 280);
    await reader.visit(hosts.url("isolated.html"));
    assert.equal(await reader.run(() => crossOriginIsolated), true);
  });

  test("a page that spoils everything shows them all the same", async () => {
    await reader.visit(hosts.url("hostile.html"));
    // The page shows its head and its scripts as text, and the frame far below.
    await reader.run(() => document.querySelector("iframe").scrollIntoView());
    await reader.until("it is fitted", () => document.querySelector("iframe").style.height !== "");
    const [frame] = await reader.run(frames);
    assert.ok(frame.isShown && frame.width > 300 && frame.height > 200, JSON.stringify(frame));
    assert.equal(await reader.run(() => document.querySelector("blockquote").offsetHeight), 0);
  });

  test("a link opens the article at our site, beside the partner's page", async () => {
    await reader.visit(hosts.url("plain.html"));
    await inside(reader, 0, headline);
    const before = await reader.driver.getAllWindowHandles();
    await reader.driver.switchTo().frame(0);
    await reader.driver.findElement(By.css("h2 a")).click();
    await reader.driver.switchTo().defaultContent();
    const opened = await reader.driver.wait(async () => (await reader.driver.getAllWindowHandles()).find((handle) => !before.includes(handle)), 20_000, "no tab opens");
    await reader.driver.switchTo().window(opened);
    await reader.until("the article is there", () => document.querySelector("main h1"));
    assert.equal(await reader.url(), paper.url(`/article/${first.id}/`));
    await reader.driver.close();
    await reader.driver.switchTo().window(before[0]);
  });

  test("where the frame fails the headline and its link remain", async () => {
    paper.misbehave(/\/embed\/(article|section)/, { resets: true });
    await reader.visit(hosts.url("plain.html"));
    await reader.until("the words are there", (words) => document.querySelector("blockquote a").textContent === words, first.headline);
    assert.ok(await reader.run(() => document.querySelector("blockquote").offsetHeight > 0));
  });

  test("where the script fails headline, link and frame are there", async () => {
    paper.misbehave("/embed.js", { resets: true });
    await reader.visit(hosts.url("plain.html"));
    assert.equal(await inside(reader, 0, headline), first.headline);
    assert.ok(await reader.run(() => document.querySelector("blockquote").offsetHeight > 0));
    assert.ok((await reader.run(frames))[0].isShown);
  });
});

onScreens([{ engine: "chromium", size: "phone", scripts: false }], (reader) => {
  test("without any script the plain frame reads as well", async () => {
    await reader.visit(hosts.url("frames.html"));
    const all = await reader.driver.findElements(By.css("iframe"));
    await reader.driver.switchTo().frame(all[0]);
    assert.equal(await reader.driver.findElement(By.css("h2 a")).getText(), first.headline);
    await reader.driver.switchTo().defaultContent();
  });
});

inChromium((reader) => {
  test("a snippet that comes later, and one loaded twice, are fitted once", async () => {
    await reader.visit(hosts.url("plain.html"));
    await reader.until("it is fitted", () => document.querySelector("iframe").style.height !== "");
    await reader.run(() => {
      const [words, frame] = [document.querySelector("blockquote"), document.querySelector("iframe")].map((element) => element.cloneNode(true));
      for (const element of [words, frame]) element.removeAttribute("style");
      document.querySelector("h1").after(words, frame);
      const script = document.createElement("script");
      script.src = document.querySelector("script[src$='embed.js']").src;
      document.body.append(script);
    });
    await reader.until("the new one is fitted", () => document.querySelector("iframe").style.height !== "");
    assert.equal(await reader.run(() => document.querySelector("blockquote").offsetHeight), 0);
    assert.deepEqual(await reader.run(() => witness.errors), []);
  });

  test("wishes travel after the #, so that one address is kept for all", async () => {
    await reader.visit(hosts.url("dark.html"));
    await reader.until("it is fitted", () => document.querySelector("iframe").style.height !== "");
    const look = () => ({ ground: getComputedStyle(document.documentElement).backgroundColor, scheme: getComputedStyle(document.documentElement).colorScheme });
    assert.deepEqual(await inside(reader, 0, look), { ground: "rgb(16, 25, 29)", scheme: "dark" });
    assert.deepEqual(paper.requests("/embed/").map(({ path }) => path), [`/embed/article/${first.id}/`]);
  });
});
