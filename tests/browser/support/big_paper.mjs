// A paper of any size, made of the demo's own words: pairs of characters are as frequent as in news.

import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CONTENT, READER, STRAIT } from "./environment.mjs";

const SECTIONS = ["news", "news/city", "culture", "sports"];
const PARAGRAPHS = 6;
const LENGTH = 180;
/** One character in so many follows no rule, so that pairs are met that the demo does not have. */
const SURPRISE = 30;

/** Numbers that look like chance and are the same in every run (mulberry32). */
export function chance(seed) {
  return (end) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  };
}

/** Prints a paper of so many articles, in both scripts; says where it is and what was filed. `close` deletes it. */
export function printBigPaper(count) {
  const folder = mkdtempSync(join(tmpdir(), "strait-big-paper-"));
  const [content, root] = [join(folder, "content"), join(folder, "site")];
  mkdirSync(join(content, "articles"), { recursive: true });
  writeFileSync(join(content, "site.json"), JSON.stringify(site()));
  const words = wordsOfTheDemo();
  const articles = Array.from({ length: count }, (_, number) => article(number, words));
  for (const article of articles) writeFileSync(join(content, "articles", `${article.id}.json`), JSON.stringify(article));
  const options = ["--content", content, "--reader", READER, "--out", root, "--cache", join(folder, "cache"), "--no-partner-files"];
  execFileSync(STRAIT, ["build", ...options, "--now", "2030-01-01T00:00:00Z", "--costs"], { stdio: ["ignore", "ignore", process.env.STRAIT_COSTS ? "inherit" : "ignore"] });
  return { root, articles, close: () => rmSync(folder, { recursive: true }) };
}

function site() {
  const sections = [["news", "新闻", [["news/city", "城市", []]]], ["culture", "文化", []], ["sports", "体育", []]];
  const tree = (sections) => sections.map(([path, name, children]) => ({ path, name, children: tree(children) }));
  return {
    name: "潮报", language: "zh-Hans", url: "https://tide.example/", timeZone: "Asia/Shanghai", copyrightNotice: "©", sections: tree(sections),
    editions: [{ path: "hant", language: "zh-Hant-TW", name: "繁體" }],
  };
}

/** Which characters follow which in the demo's articles. */
function wordsOfTheDemo() {
  const folder = join(CONTENT, "articles");
  const texts = readdirSync(folder).map((name) => JSON.stringify(JSON.parse(readFileSync(join(folder, name), "utf8")).body ?? []));
  const all = texts.join("").match(/[\p{sc=Han}，。]+/gu).join("");
  const after = new Map();
  for (let at = 0; at + 1 < all.length; at++) {
    if (!after.has(all[at])) after.set(all[at], []);
    after.get(all[at]).push(all[at + 1]);
  }
  return { all, after };
}

function article(number, { all, after }) {
  const next = chance(number * 7919 + 1);
  let last = all[next(all.length)];
  const text = (length) => Array.from({ length }, () => {
    const choices = after.get(last);
    last = !choices || next(SURPRISE) === 0 ? all[next(all.length)] : choices[next(choices.length)];
    return last;
  }).join("");
  const created = new Date(Date.UTC(2020, 0, 1) + number * 1_800_000).toISOString().slice(0, 19) + "+08:00";
  return {
    id: `${created.slice(0, 10).replaceAll("-", "")}-${String(number).padStart(6, "0")}`, language: "zh-Hans", section: SECTIONS[next(4)],
    headline: text(18), summary: text(80), source: { name: "潮报" }, firstCreated: created, versionCreated: created,
    body: Array.from({ length: PARAGRAPHS }, (_, at) => ({ kind: "paragraph", text: [text(LENGTH), at ? "" : ` Ferry${next(100)} ${next(3000)}`].filter(Boolean) })),
  };
}
