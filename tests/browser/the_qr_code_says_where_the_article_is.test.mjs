// A phone's camera would read the address of the article on screen, after any navigation, in any light, in print.

import assert from "node:assert/strict";
import { test } from "node:test";
import { By, SCREENS, inChromium, onScreens } from "./support/browsers.mjs";
import { articlePath, canonical, lead, plainStories, relatedPath, stories, story, word } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";
import { readCode } from "./support/qr.mjs";

const paper = eachPaper();
const addressOf = (story) => canonical(articlePath(story));

onScreens(SCREENS, (reader) => {
  test("the printed page's code says its canonical address", async () => {
    await reader.visitAwake(paper.url(articlePath(lead)));
    assert.equal(await codeOnScreen(reader), addressOf(lead));
    assert.equal(await reader.run(() => document.querySelector("link[rel=canonical]").href), addressOf(lead));
  });

  test("the code follows the article through three navigations and back", async () => {
    await reader.visitAwake(paper.url(articlePath(lead)));
    await reader.mark();
    const seenBefore = [];
    for (let step = 0; step < 3; step += 1) {
      const path = await reader.path();
      seenBefore.push(path);
      await reader.click(`.related-news h3 a${seenBefore.map((path) => `:not([href="${path}"])`).join("")}`);
      await reader.until("another article is there", (path) => location.pathname !== path && seen(".related-news"), path);
      await reader.until("its title is announced", () => document.querySelector("[role=status]").textContent === document.title);
      assert.equal(withoutPlace(await codeOnScreen(reader)), canonical(await reader.path()));
    }
    const path = await reader.path();
    await reader.driver.navigate().back();
    await reader.until("the last article is there", (path) => location.pathname !== path && seen(".related-news"), path);
    assert.equal(withoutPlace(await codeOnScreen(reader)), canonical(await reader.path()));
    assert.ok(await reader.isSameDocument());
  });
});

onScreens(SCREENS.filter(({ size }) => size === "phone"), (reader) => {
  test("an article that is opened a second time still shares", async () => {
    await reader.visitAwake(paper.url(articlePath(lead)));
    await reader.click(".masthead__name a");
    await reader.until("the front page is there", () => seen(".front-page"));
    await reader.click(".lead-story h2 a");
    await reader.sees(lead.article.headline);
    await reader.until("the end of the article is there", () => seen(".article__copyright") && seen(".continue-on-phone"));
    assert.equal(await codeOnScreen(reader), addressOf(lead));
  });
});

onScreens([{ engine: "chromium", size: "phone" }, { engine: "chromium", size: "desktop" }, { engine: "firefox", size: "desktop", dark: true }], (reader) => {
  test("the code can be read in the dark", async () => {
    if (reader.engine === "chromium") await reader.devtools("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: "dark" }] });
    await reader.visitAwake(paper.url(articlePath(lead)));
    assert.ok(await reader.run(() => matchMedia("(prefers-color-scheme: dark)").matches));
    assert.equal(await codeOnScreen(reader), addressOf(lead));
    if (reader.engine === "chromium") await reader.devtools("Emulation.setEmulatedMedia", { features: [] });
  });
});

onScreens([{ engine: "firefox", size: "phone", scripts: false }], (reader) => {
  test("the code can be read with scripts off", async () => {
    await reader.visit(paper.url(articlePath(lead)));
    assert.equal(await codeOnScreen(reader), addressOf(lead));
  });
});

inChromium((reader) => {
  test("every article's code can be read", async () => {
    for (const story of plainStories) {
      await reader.visit(paper.url(articlePath(story)));
      assert.equal(readCode(await (await reader.find(".qr-code")).takeScreenshot()), addressOf(story));
    }
    assert.ok(plainStories.length > 20 && plainStories.length <= stories.length);
  });

  test("the code is printed, after a navigation too", async () => {
    await reader.visitAwake(paper.url(relatedPath(lead)));
    const other = story(lead.related[0].id);
    await reader.click(".related-page .headline-card a");
    await reader.sees(other.article.headline);
    await reader.devtools("Emulation.setEmulatedMedia", { media: "print" });
    assert.equal(await codeOnScreen(reader, { isPrint: true }), addressOf(other));
    await reader.devtools("Emulation.setEmulatedMedia", { media: "" });
  });
});

/** Where one has scrolled to is a promise of its own: `a_phone_goes_on_where_the_desk_stopped`. */
const withoutPlace = (address) => address?.split("#")[0];

/** Brings the code into view as a person would, and reads it off a screenshot of the window. */
async function codeOnScreen(reader, { isPrint = false } = {}) {
  const share = await reader.find(".continue-on-phone button");
  const isFolded = !isPrint && reader.size === "phone";
  const code = await reader.find(".qr-code");
  assert.equal(await code.isDisplayed(), !isFolded, isFolded ? "folded away on a phone" : "in sight on a desktop");
  if (isFolded) {
    assert.equal(await share.getText(), word("SHARE"));
    if (reader.wishes.scripts === false) await share.click();
    else await reader.click(share);
    assert.ok(await code.isDisplayed(), "the card opens");
  } else {
    await reader.bring(code);
  }
  const said = readCode(await reader.driver.takeScreenshot());
  if (isFolded) await (await closing(reader)).click();
  return said;
}

async function closing(reader) {
  const buttons = await reader.driver.findElements(By.xpath(`//button[normalize-space()="${word("CLOSE")}"]`));
  for (const button of buttons) if (await button.isDisplayed()) return button;
  throw new Error("the card cannot be closed");
}
