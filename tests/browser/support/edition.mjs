// What was printed: finds articles and sections by what is odd about them, so that tests do not
// depend on the day's news.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { SITE } from "./environment.mjs";

export const site = read("site.json");
export const front = read("front.json");

/** All printed articles as the reader fetches them, the oldest first. */
export const stories = readdirSync(join(SITE, "data/articles"))
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name) => read(`articles/${name}`));

/** The front page's lead. */
export const lead = story(front.lead.id);

/** Paths below the site's beginning. */
export const articlePath = ({ article }) => `/article/${article.id}/`;
export const articleData = ({ article }) => `/data/articles/${article.id}.json`;
export const relatedPath = ({ article }) => `/article/${article.id}/related/`;
export const sectionPath = (section) => `/section/${section}/`;
export const canonical = (path) => new URL(path.slice(1), site.url.replace(/\/?$/, "/")).href;

export function story(id) {
  return read(`articles/${id}.json`);
}

export function section(path) {
  return read(`sections/${path}/latest.json`);
}

/** The first article that `is` says yes to. */
export function storyThat(what, is) {
  const found = stories.find(is);
  if (!found) throw new Error(`the demo newsroom has no ${what}`);
  return found;
}

export function storyWithBlock(kind) {
  return storyThat(`article with ${kind}`, ({ article }) => (article.body ?? []).some((block) => block.kind === kind));
}

export const isWithdrawn = ({ article }) => article.pubStatus === "canceled";

/** One article of each kind that looks different, by name. */
export function articleKinds() {
  const text = ({ article }) => JSON.stringify(article);
  const blocks = ({ article }) => article.body ?? [];
  const bySize = stories.filter((story) => !isWithdrawn(story)).sort((one, other) => text(one).length - text(other).length);
  const widest = (story) => Math.max(0, ...blocks(story).map(({ header }) => header?.length ?? 0));
  return {
    "the lead": lead,
    "a brief": bySize[0],
    "a long read": bySize.at(-1),
    "a gallery": storyWithBlock("gallery"),
    "a wide table": [...stories].sort((one, other) => widest(other) - widest(one))[0],
    "an embed": storyWithBlock("embed"),
    "a recording": storyWithBlock("audio"),
    "a film": storyWithBlock("video"),
    "an English article": storyThat("English article", ({ article }) => article.language === "en"),
    "ruby": storyThat("article with ruby", (story) => text(story).includes('"ruby":')),
    "a correction": storyThat("correction", ({ article }) => article.corrections?.length > 0),
    "no related news": storyThat("article without related news", (story) => !isWithdrawn(story) && story.related.length === 0),
    "no picture": storyThat("article without a picture", (story) => !isWithdrawn(story) && !text(story).includes('"src":')),
    "a withdrawn article": storyThat("withdrawn article", isWithdrawn),
  };
}

/** Articles in their usual form, for tests that walk from one to the next. */
export const plainStories = stories.filter((story) => !isWithdrawn(story) && story.related.length > 1 && story.article.body.length > 4);

/** Rewrites a page or data file so that what was published at `time` was published `hours` ago. */
export function published(time, hours) {
  const ago = new Date(Date.now() - hours * 3_600_000 - 60_000);
  const inZone = new Date(ago.getTime() + 8 * 3_600_000).toISOString();
  const [now, then] = [`${inZone.slice(0, 19)}+08:00`, time].map((time) => [time, inWords(time)]);
  return (text) => text.replaceAll(then[0], now[0]).replaceAll(then[1], now[1]);
}

function inWords(time) {
  const [year, month, day] = time.slice(0, 10).split("-").map(Number);
  return `${year}年${month}月${day}日 ${time.slice(11, 16)}`;
}

/** The pages of other people, which only builds for developers have. */
const HOSTS = "/embed/hosts/";

/** What partners frame. */
export const isFrame = (path) => /\/embed\/(article|section|related)\//.test(path);

/** Every page that was printed for readers, as a path with slashes at both ends. */
export const printedPages = () => everyPage().filter((path) => !isFrame(path) && path !== HOSTS);

/** Every page that was printed for partners to frame. */
export const printedFrames = () => everyPage().filter(isFrame);

function everyPage() {
  const pages = [];
  const walk = (folder, path) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.isDirectory()) walk(join(folder, entry.name), `${path}${entry.name}/`);
      else if (entry.name === "index.html") pages.push(path);
    }
  };
  walk(SITE, "/");
  return pages.sort();
}

/** A word that the paper says by itself, out of `src/words.rs`, in one of its scripts. */
export function word(name, script = "simplified") {
  const source = ["words.rs", "words/partners.rs", "words/tools/saved.rs"].map((file) => readFileSync(new URL(`../../../src/${file}`, import.meta.url), "utf8")).join("\n");
  const [, simplified, traditional] = source.match(new RegExp(`\\b${name.toLowerCase()}:\\s*"([^"]*)",\\s*"([^"]*)";`)) ?? [];
  if (!simplified) throw new Error(`src/words.rs has no ${name}`);
  return script === "traditional" ? traditional : simplified;
}

/** A word that a tool says, out of `src/words/tools/`. */
export function toolWord(tool, name, script = "simplified") {
  const source = readFileSync(new URL(`../../../src/words/tools/${tool}.rs`, import.meta.url), "utf8");
  const [, simplified, traditional] = source.match(new RegExp(`\\b${name}:\\s*"([^"]*)",\\s*"([^"]*)";`)) ?? [];
  if (!simplified) throw new Error(`${tool} has no ${name}`);
  return script === "traditional" ? traditional : simplified;
}

/** An article in another edition, by its folder. */
export const storyIn = (edition, { article }) => read(`${edition}/articles/${article.id}.json`);

function read(file) {
  return JSON.parse(readFileSync(join(SITE, "data", file), "utf8"));
}
