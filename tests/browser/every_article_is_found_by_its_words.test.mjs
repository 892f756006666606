// The page `/search/`: an article is found by what stands in its middle, in either script, by keyboard, and by an
// address that can be shared.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./support/axe.mjs";
import { ENGINES, Key, inChromium, onScreens } from "./support/browsers.mjs";
import { plainStories, stories, storyIn, toolWord } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();
const said = (name, script) => toolWord("search", name, script);

const textOf = ({ article }) => article.body.filter(({ kind }) => kind === "paragraph").map(({ text }) => text.map((span) => span.text ?? span).join("")).join("\n");

/** Four characters from the middle of an article that stand in no other. */
function middleOf(story, others = stories) {
  const text = textOf(story);
  for (let at = text.length >> 1; at < text.length; at++) {
    const words = text.slice(at, at + 4);
    if (/^\p{sc=Han}{4}$/u.test(words) && others.filter((other) => JSON.stringify(other.article).includes(words)).length === 1) return words;
  }
  throw new Error(`${story.article.id} has no words of its own`);
}

const story = plainStories.find((story) => story.article.language === "zh-Hans");
const words = middleOf(story);
const href = ({ article }) => `/article/${article.id}/`;

const status = () => document.querySelector(".search__status")?.textContent ?? "";
const results = () => [...document.querySelectorAll(".search__results h2 a")].map(({ pathname }) => pathname);
const found = (count) => said("found").replace("{count}", count);

async function search(reader, query, path = "/search/") {
  await reader.visit(paper.url(path + (query === undefined ? "" : `?${new URLSearchParams(query)}`)));
  await reader.find(".search__query");
}

const says = (reader, words) => reader.until(`it says ${words}`, (words) => document.querySelector(".search__status")?.textContent.includes(words), words);

/** Chooses in the form, as a person does. */
async function choose(reader, name, value) {
  await reader.run(
    (name, value) => {
      const control = document.querySelector(`.search__field--${name} :is(select, input)`);
      control.value = value;
      control.dispatchEvent(new Event("change", { bubbles: true }));
    },
    name,
    value,
  );
}

onScreens(ENGINES, (reader) => {
  test("from the masthead to an article by two characters from the middle of a word, as one types", async () => {
    await reader.visit(paper.url("/"));
    await reader.click(".masthead__search");
    const input = await reader.find(".search__query");
    await input.sendKeys(words.slice(1, 3));
    await reader.until("it is there", (href) => [...document.querySelectorAll(".search__results a")].some(({ pathname }) => pathname === href) || !!document.querySelector(".search__older:not([hidden])"), href(story));
    await reader.until("the address says it", (q) => new URLSearchParams(location.search).get("q") === q, words.slice(1, 3));
    await reader.until("it is marked", (q) => document.querySelector(".search mark")?.textContent === q, words.slice(1, 3));
    await input.clear();
    await input.sendKeys(words);
    await says(reader, found(1));
    assert.deepEqual(await reader.run(results), [href(story)]);
    await reader.click(".search__results a");
    await reader.sees(story.article.headline);
    await reader.driver.navigate().back();
    await says(reader, found(1));
    assert.deepEqual(await reader.run(results), [href(story)], "back returns to what was found");
  });

  test("each script finds the other, in both editions", async () => {
    const alternate = storyIn("hant", story);
    const place = textOf(story).indexOf(words);
    const traditional = textOf(alternate).slice(place, place + 4);
    for (const [path, marked] of [["/search/", words], ["/hant/search/", traditional]]) {
      for (const q of [words, traditional]) {
        await search(reader, { q }, path);
        await reader.until("one is found", () => document.querySelectorAll(".search__results li").length === 1);
        assert.ok((await reader.run(results))[0].endsWith(href(story)), q);
        assert.equal(await reader.run(() => document.querySelector(".search__results mark").textContent), marked);
      }
    }
    assert.ok((await reader.run(status)).includes(said("found", "traditional").split("{count}")[0]));
  });

  test("Latin words are found by their beginnings, in any letters, and not by their middle", async () => {
    await search(reader, { q: "xIaM" });
    await reader.until("some are found", () => document.querySelectorAll(".search__results li").length > 0);
    const marks = await reader.run(() => [...document.querySelectorAll(".search__results mark")].map(({ textContent }) => textContent));
    assert.ok(marks.length > 0 && marks.every((mark) => mark.toLowerCase() === "xiam"), marks.join());
    await search(reader, { q: "iamen" });
    await says(reader, said("nothing").split("{query}")[0]);
  });

  test("by keyboard: typed, chosen by arrows, opened", async () => {
    await search(reader);
    await (await reader.find(".search__query")).sendKeys(words);
    await says(reader, found(1));
    await reader.press(Key.ARROW_DOWN);
    assert.equal(await reader.run(() => document.activeElement.pathname), href(story));
    await reader.press(Key.ARROW_UP);
    assert.equal(await reader.run(() => document.activeElement.name), "q");
    await reader.press(Key.ARROW_DOWN);
    await reader.press(Key.ENTER);
    await reader.sees(story.article.headline);
  });

  test("section, days and order narrow it and stand in the address", async () => {
    const day = story.article.firstCreated.slice(0, 10);
    await search(reader, { q: words, section: story.article.section, from: day, to: day, by: "best" });
    await says(reader, found(1));
    const elsewhere = stories.map(({ article }) => article.section).find((section) => !story.article.section.startsWith(section) && !section.startsWith(story.article.section));
    await choose(reader, "section", elsewhere);
    await says(reader, said("nothing").split("{query}")[0]);
    assert.equal(new URL(await reader.url()).searchParams.get("section"), elsewhere);
    await choose(reader, "section", "");
    await says(reader, found(1));
    await choose(reader, "from", `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`);
    await says(reader, said("nothing").split("{query}")[0]);
  });

  test("more than a page comes when it is asked for, the newest first, or headlines first", async () => {
    await search(reader, { q: "厦门" });
    await reader.until("a page is full", () => document.querySelectorAll(".search__results li").length === 10);
    await says(reader, said("found_first").replace("{count}", 10));
    await reader.click(".search__older");
    await reader.until("there is more", () => document.querySelectorAll(".search__results li").length === 20);
    const times = await reader.run(() => [...document.querySelectorAll(".search__results time")].map(({ dateTime }) => Date.parse(dateTime)));
    assert.deepEqual(times, [...times].sort((one, other) => other - one));
    assert.equal(await reader.run(() => [...document.querySelectorAll(".search__results a")].indexOf(document.activeElement)), 10, "the focus goes on");
    await choose(reader, "by", "best");
    await reader.until("headlines come first", () => document.querySelector(".search__results li:first-child h2 mark"));
  });

  test("one character, nothing found and a broken network are told in words", async () => {
    await search(reader, { q: words[0] });
    await says(reader, said("too_short"));
    await search(reader, { q: "没有这样的词句" });
    await says(reader, said("nothing").split("{query}")[0]);
    paper.misbehave(".bin", { resets: true });
    await search(reader, { q: words });
    await says(reader, said("failed"));
    paper.mend();
    await reader.click(".search__again");
    await says(reader, found(1));
  });

  test("an index that was replaced under the reader is read anew", async () => {
    paper.misbehave(".bin", { status: 404, times: 1 });
    await search(reader, { q: words });
    await says(reader, found(1));
  });
});

inChromium((reader) => {
  test("what an input method has not settled is not looked for", async () => {
    await search(reader);
    await (await reader.find(".search__query")).click();
    await reader.devtools("Input.imeSetComposition", { text: "xia", selectionStart: 3, selectionEnd: 3 });
    await reader.until("it stands there", () => document.querySelector(".search__query").value === "xia");
    await reader.devtools("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 });
    await reader.devtools("Input.insertText", { text: words });
    await says(reader, found(1));
    assert.equal(await reader.run(() => performance.getEntriesByType("resource").filter(({ name }) => name.includes("/articles/")).length), 1, "only that was looked for");
  });

  test("a first query transfers little, and asks for the index twice", async () => {
    paper.forget();
    await search(reader, { q: words });
    await says(reader, found(1));
    const data = paper.log.filter(({ path }) => path.startsWith("/data/"));
    // Asked for by the page's head, and not again.
    for (const file of ["contents.json", "fold.json"]) {
      assert.equal(data.filter(({ path }) => path.endsWith(file)).length, 1, file);
      assert.ok(await reader.run((file) => performance.getEntriesByType("resource").some(({ name, initiatorType }) => name.endsWith(file) && initiatorType === "link"), file), file);
    }
    const bytes = data.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
    assert.ok(bytes < 150_000, `${bytes} bytes: ${data.map(({ path }) => path).join(" ")}`);
  });
});

for (const size of ["narrow", "desktop"]) {
  inChromium((reader) => {
    for (const query of [{ q: "厦门" }, { q: "没有这样的词句" }, undefined]) {
      test(`nobody is kept out, ${size}, ${query?.q ?? "empty"}`, async () => {
        await reader.resize(size);
        await search(reader, query);
        if (query) await reader.until("it is done", () => /[。]$/.test(document.querySelector(".search__status")?.textContent));
        assert.ok((await reader.sideways()) <= 0);
        assert.deepEqual(await violations(reader), []);
        await reader.resize("desktop");
      });
    }
  }, "desktop");
}
