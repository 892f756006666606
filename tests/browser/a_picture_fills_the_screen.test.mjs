// A picture opens as large as the screen; arrows, buttons and swipes lead to the next, and the address says which.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./support/axe.mjs";
import { Key, SCREENS, inChromium, onScreens } from "./support/browsers.mjs";
import { articlePath, storyWithBlock } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();
const gallery = storyWithBlock("gallery");

const hash = async (reader) => new URL(await reader.url()).hash;
const isOpen = (reader) => reader.run(() => document.querySelector(".lightbox")?.open ?? false);
const opens = (reader) => reader.until("the picture is open", () => document.querySelector(".lightbox")?.open);
const shows = (reader, number) => reader.until(`picture ${number} is on screen`, (number) => location.hash === `#picture-${number}` && document.querySelector(".lightbox output").textContent.startsWith(`${number} /`), number);

onScreens(SCREENS, (reader) => {
  test("a picture opens with its words, and Back returns to where one read", async () => {
    await reader.visitAwake(paper.url(articlePath(gallery)));
    await reader.mark();
    await reader.click(".article figure picture");
    await opens(reader);
    await shows(reader, 1);
    const captions = await reader.run(() => [seen(".article figure:has(picture) figcaption")?.textContent ?? "", document.querySelector(".lightbox__caption").textContent]);
    assert.equal(captions[0], captions[1]);
    await reader.driver.navigate().back();
    await reader.until("the picture is closed", () => !document.querySelector(".lightbox").open);
    assert.equal(await hash(reader), "");
    assert.ok(await reader.isSameDocument());
    assert.equal(await reader.path(), articlePath(gallery));
  });

  test("arrows lead from picture to picture, Escape closes", async () => {
    await reader.visitAwake(paper.url(articlePath(gallery)));
    await reader.run(() => seen(".figure__open").focus());
    await reader.press(Key.ENTER);
    await opens(reader);
    await reader.press(Key.ARROW_RIGHT);
    await shows(reader, 2);
    await reader.press(Key.ARROW_LEFT);
    await shows(reader, 1);
    await reader.press(Key.ESCAPE);
    await reader.until("the picture is closed", () => !document.querySelector(".lightbox").open);
    await reader.until("the address is the article's", () => location.hash === "");
  });

  test("a swipe and buttons lead on, and at the end the keyboard still leads back", async () => {
    await reader.visitAwake(`${paper.url(articlePath(gallery))}#picture-1`);
    await opens(reader);
    await shows(reader, 1);
    await reader.run(() => document.querySelector(".lightbox ul").scrollBy({ left: document.querySelector(".lightbox ul").clientWidth, behavior: "instant" }));
    await shows(reader, 2);
    const count = await reader.run(() => document.querySelectorAll(".lightbox li").length);
    await reader.run(() => document.querySelector(".lightbox [data-step='1']").focus());
    for (let number = 3; number <= count; number += 1) {
      await reader.press(Key.ENTER);
      await shows(reader, number);
    }
    await reader.press(Key.ARROW_LEFT);
    await shows(reader, count - 1);
    // Two fingers enlarge a page that does not forbid it.
    assert.doesNotMatch(await reader.run(() => document.querySelector("meta[name=viewport]").content), /user-scalable|maximum-scale/);
  });

  test("a picture's address opens it, without WASM too", async () => {
    paper.misbehave(/\.wasm$/, { status: 404 });
    await reader.visit(`${paper.url(articlePath(gallery))}#picture-2`);
    await opens(reader);
    await shows(reader, 2);
    await reader.click(".lightbox header button:last-child");
    assert.equal(await isOpen(reader), false);
    assert.equal(await hash(reader), "");
  });

  test("a picture that is not there opens nothing", async () => {
    await reader.visitAwake(`${paper.url(articlePath(gallery))}#picture-999`);
    assert.equal(await isOpen(reader), false);
  });
});

inChromium((reader) => {
  test("the open picture has no violation", async () => {
    await reader.visitAwake(`${paper.url(articlePath(gallery))}#picture-1`);
    await opens(reader);
    assert.deepEqual(await violations(reader), []);
    await reader.resize("narrow");
    assert.deepEqual(await violations(reader), []);
    await reader.resize("desktop");
  });
});
