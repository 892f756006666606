// A reader's day, by keyboard alone: the paper is put in order on the quay, read and heard on the water, and asked
// on landing what is new and what there was.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./support/axe.mjs";
import { Key, PATIENCE, SCREENS, inChromium, onScreens } from "./support/browsers.mjs";
import { HURRIED, withVoices } from "./support/devices.mjs";
import { lead, plainStories, section, site, stories, storyIn, toolWord, word } from "./support/edition.mjs";
import { keeps } from "./support/offline.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper({ isForgotten: true });
const [hant] = site.editions.filter(({ path }) => path);
const ferry = site.sections.find(({ path }) => section(path).older) ?? site.sections[0];
const LATEST = `/data/${hant.path}/latest.json`;

/** Two characters from the middle of an article that few others have. */
function twoOf({ article }) {
  const text = article.body.filter(({ kind }) => kind === "paragraph").map(({ text }) => text.map((span) => span.text ?? span).join("")).join("\n");
  const texts = stories.map(({ article }) => JSON.stringify(article));
  for (let at = text.length >> 1; at < text.length; at += 1) {
    const words = text.slice(at, at + 2);
    if (/^\p{sc=Han}{2}$/u.test(words) && texts.filter((text) => text.includes(words)).length <= 3) return words;
  }
  throw new Error(`${article.id} has no two characters of its own`);
}

/** Goes on by Tab, or back, until this has the focus, and presses a key there. */
async function tabTo(reader, css, ...keys) {
  const isThere = (css) => document.activeElement.matches(css);
  const back = await reader.run((css) => seen(css) && document.activeElement.compareDocumentPosition(seen(css)) & Node.DOCUMENT_POSITION_PRECEDING, css);
  for (let left = 150; left > 0; left -= 1) {
    if (await reader.run(isThere, css)) return keys.length && reader.press(...keys);
    if (back) await reader.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
    else await reader.press(Key.TAB);
  }
  throw new Error(`${css} is not reached by Tab at ${await reader.url()}`);
}

/** Opens what the masthead leads to: on a phone it is behind the menu. */
async function tabToMasthead(reader, css, { size }) {
  if (size === "phone" && !(await reader.run(() => document.querySelector(".masthead__menu").open))) await tabTo(reader, ".masthead__menu summary", Key.ENTER);
  await tabTo(reader, css, Key.ENTER);
}

onScreens(SCREENS, (reader, screen) => {
  test("put in order, saved, read and heard without a network, told of news, and searched", async () => {
    await reader.browser.forgetPreloaded();
    await reader.browser.preload(withVoices(["zh-CN", "zh-TW"]) + HURRIED);

    // On the quay: large type, Traditional characters, ten articles of a section.
    await reader.visitAwake(paper.url("/"));
    await tabToMasthead(reader, ".masthead [data-tool=settings]", screen);
    await reader.until("the panel is open", () => document.querySelector(".settings-panel")?.open);
    await tabTo(reader, ".settings input[name=elder]", Key.SPACE);
    await tabTo(reader, ".settings input[name=edition]", Key.ARROW_RIGHT);
    await reader.until("the page is Traditional", (language) => document.documentElement.lang === language, hant.language);
    await reader.awake();
    await tabToMasthead(reader, `.masthead__sections a[href$="/section/${ferry.path}/"]`, screen);
    await reader.sees(storyIn(hant.path, { article: section(ferry.path).headlines[0] }).article.headline, "main h2");
    await tabTo(reader, ".save-section", Key.ENTER);
    await reader.until("the cost is told", () => /[KM]B/.test(document.querySelector(".save-sheet__said")?.textContent));
    await tabTo(reader, ".save-sheet [type=submit]", Key.ENTER);
    await reader.until("it is done", (done) => document.querySelector(".save-sheet__said")?.textContent.includes(done), word("done", "traditional"));
    await reader.press(Key.ENTER);
    await reader.until("the sheet is closed", () => !document.querySelector(".save-sheet"));
    await reader.until("the worker runs", () => Boolean(navigator.serviceWorker.controller));
    await keeps(reader, `/${hant.path}/saved/`, `/${hant.path}/`);

    // On the water.
    paper.cut();
    await tabToMasthead(reader, `.masthead__tools a[href$="/saved/"]`, screen);
    await reader.until("ten are listed", () => document.querySelectorAll(".shelf section:first-of-type li").length === 10);
    await tabTo(reader, ".shelf li a");
    const id = await reader.run(() => document.activeElement.pathname.split("/").at(-2));
    const { article } = storyIn(hant.path, { article: { id } });
    await reader.press(Key.ENTER);
    await reader.sees(article.headline);
    const [size, language] = await reader.run(() => [Number.parseFloat(getComputedStyle(seen(".article__body > p")).fontSize), document.documentElement.lang]);
    assert.ok(size >= 24, `${size}`);
    assert.equal(language, hant.language);
    await tabTo(reader, ".listen-button", Key.ENTER);
    await reader.until("it is read aloud", () => spoken.length > 0);
    await reader.run(() => sentenceEnds());
    const heard = await reader.run(() => spoken.map(({ text, voice }) => [voice.lang, text]));
    assert.deepEqual(heard.map(([language]) => language), ["zh-TW", "zh-TW"]);
    assert.ok(article.headline.includes(heard[0][1]), heard[0][1]);
    await reader.press(Key.ESCAPE);

    // On landing.
    await tabTo(reader, ".masthead__name a", Key.ENTER);
    await reader.sees(storyIn(hant.path, lead).article.headline, "main h2");
    paper.mend();
    paper.misbehave(LATEST, { rewrites: (text) => JSON.stringify([{ id: "n1", section: ferry.path, headline: "船到了", summary: "", firstCreated: new Date().toISOString() }, ...JSON.parse(text)]) });
    await reader.run(() => dispatchEvent(new Event("online")));
    await reader.until("news is told", (text) => document.querySelector(".news-notice--new")?.textContent.startsWith(`1 ${text}`), toolWord("news", "new_articles", "traditional"));
    assert.deepEqual(await violations(reader), []);

    // What was in the paper before.
    const story = plainStories.find((story) => story.article.language === "zh-Hans" && !section(ferry.path).headlines.some(({ id }) => id === story.article.id));
    const found = storyIn(hant.path, story).article;
    await tabTo(reader, ".masthead__search", Key.ENTER);
    await reader.find(".search__query");
    await tabTo(reader, ".search__query", twoOf(story));
    await reader.until("something is found", (path) => [...document.querySelectorAll(".search__results a")].some(({ pathname }) => pathname.endsWith(path)), `/article/${found.id}/`);
    for (let left = 10; left > 0; left -= 1) {
      await reader.press(Key.ARROW_DOWN);
      if (await reader.run((path) => document.activeElement.pathname?.endsWith(path), `/article/${found.id}/`)) break;
    }
    await reader.press(Key.ENTER);
    await reader.sees(found.headline);
    assert.deepEqual(await violations(reader), []);
    await reader.browser.forgetPreloaded();
    await reader.run(() => localStorage.clear());
  });
});

inChromium((reader) => {
  test("the browser offers to install the paper, in both editions", async () => {
    for (const path of ["/", `/${hant.path}/`]) {
      await reader.visitAwake(paper.url(path));
      await reader.until("the worker runs", () => Boolean(navigator.serviceWorker.controller));
      await reader.driver.wait(async () => {
        const { installabilityErrors } = await reader.devtools("Page.getInstallabilityErrors");
        return installabilityErrors.length === 0;
      }, PATIENCE, `${path} cannot be installed: ${JSON.stringify(await reader.devtools("Page.getInstallabilityErrors"))}`);
    }
  });
});
