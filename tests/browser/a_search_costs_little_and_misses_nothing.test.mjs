// The search's own scripts over a paper of ten thousand articles, against reading every article.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliCompressSync, constants } from "node:zlib";
import { Engine } from "../../scripts/tools/search/engine.js";
import { chance, printBigPaper } from "./support/big_paper.mjs";

const COUNT = Number(process.env.STRAIT_ARTICLES ?? 10_000);
/** What a first query may transfer, in bytes: over ten times as many articles not ten times as much. */
const BUDGET = COUNT > 10_000 ? 600_000 : 300_000;
const ADDRESS = "https://tide.example/data/";

let paper;
before(() => {
  paper = printBigPaper(COUNT);
});
after(() => paper?.close());

const lengths = new Map();

/** How long a file is as it is sent. Many queries ask for the same. */
function compressed(path, bytes) {
  if (!lengths.has(path)) lengths.set(path, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length);
  return lengths.get(path);
}

/** Answers from the printed files; counts bytes as they are sent, and how often somebody waits for an answer. */
function network() {
  const seen = { bytes: 0, requests: 0, rounds: 0 };
  let waiting = [];
  const answerAll = () => {
    const now = waiting;
    waiting = [];
    seen.rounds += 1;
    now.forEach((answer) => answer());
  };
  globalThis.fetch = (address) => new Promise((resolve) => {
    // All that is asked for before the first of them is answered is one round.
    if (!waiting.length) setTimeout(answerAll, 5);
    waiting.push(() => {
      const path = address.slice(ADDRESS.length);
      const bytes = readFileSync(join(paper.root, "data", path));
      seen.requests += 1;
      seen.bytes += path.endsWith(".json") ? compressed(path, bytes) : bytes.length;
      resolve(new Response(bytes));
    });
  });
  return seen;
}

const engine = (edition = "", ...first) => new Engine(`${ADDRESS}search/`, ADDRESS + edition, ...first);

async function firstResults(engine, text, filters = {}) {
  const results = [];
  for await (const batch of engine.find(await engine.query(text), filters, () => 10 - results.length)) {
    results.push(...batch.results);
    if (results.length >= 10) break;
  }
  return results.map(({ article }) => article.id);
}

async function allResults(engine, text, filters = {}) {
  const results = [];
  for await (const batch of engine.find(await engine.query(text), filters, () => 100)) results.push(...batch.results);
  return results.map(({ article }) => article.id);
}

const textsOf = ({ headline, summary, body }) => [headline, summary, ...body.map(({ text }) => text.join(""))];

/** Substrings of articles, rare and common, by chance. */
function queries(count) {
  const next = chance(42);
  return Array.from({ length: count }, () => {
    for (;;) {
      const texts = textsOf(paper.articles[next(paper.articles.length)]);
      const text = texts[next(texts.length)];
      const query = text.substr(next(text.length), 2 + next(4));
      if (/^\p{sc=Han}{2,}$/u.test(query)) return query;
    }
  });
}

test("every article is found by any two characters or more that stand in it", async () => {
  network();
  const { from, to } = JSON.parse(readFileSync(join(paper.root, "data/search/fold.json"), "utf8"));
  const ones = [...to];
  const one = new Map([...from].map((character, at) => [character, ones[at]]));
  const alike = (text) => [...text].map((character) => one.get(character) ?? character).join("");
  const texts = paper.articles.map((article) => ({ id: article.id, texts: textsOf(article).map(alike) }));
  const search = engine();
  for (const query of queries(60)) {
    const wanted = texts.filter(({ texts }) => texts.some((text) => text.includes(alike(query)))).map(({ id }) => id).reverse();
    // Of what stands in thousands of articles the newest are enough.
    const found = wanted.length > 300 ? await firstResults(search, query) : await allResults(search, query);
    assert.deepEqual(found, wanted.length > 300 ? wanted.slice(0, 10) : wanted, query);
    assert.ok(wanted.length > 0);
  }
});

test("what is searched in several steps finds the same, in the same order", async () => {
  network();
  const [steps, atOnce] = [engine("", 700), engine("", COUNT)];
  assert.ok((await steps.waves()).length > 1);
  assert.equal((await atOnce.waves()).length, 1);
  for (const query of queries(20)) assert.deepEqual(await firstResults(steps, query), await firstResults(atOnce, query), query);
});

test("Traditional is found by Simplified and the reverse, in both editions", async () => {
  network();
  const article = paper.articles.find(({ headline }) => /^\p{sc=Han}+$/u.test(headline) && /[门车国]/u.test(headline));
  const at = article.headline.search(/[门车国]/u);
  const simplified = article.headline.slice(Math.max(0, at - 2), at + 2);
  const traditional = [...simplified].map((character) => ({ 门: "門", 车: "車", 国: "國" })[character] ?? character).join("");
  for (const edition of ["", "hant/"]) {
    for (const query of [simplified, traditional]) assert.ok((await allResults(engine(edition), query)).includes(article.id), `${edition} ${query}`);
  }
});

test("words are found by their beginnings, and sections and days are kept to", async () => {
  network();
  const search = engine();
  const wanted = paper.articles.filter(({ body }) => /Ferry7\d? /.test(`${textsOf({ body }).join(" ")} `)).slice(-10).map(({ id }) => id);
  assert.deepEqual(await firstResults(search, "FERRY7"), wanted.reverse());
  const days = { section: "news", from: "2020-03-01", to: "2020-03-07" };
  const inside = paper.articles.filter(({ section, firstCreated, body }) => section.startsWith("news") && firstCreated >= "2020-03-01" && firstCreated < "2020-03-08" && body[0].text.join("").includes("Ferry"));
  assert.deepEqual(await allResults(search, "ferry", days), inside.map(({ id }) => id).reverse());
});

test("a first query transfers little, and shows its first results after two round trips", async (context) => {
  const costs = [];
  for (const query of queries(40)) {
    const seen = network();
    const search = engine();
    // What the page's head asks for, beside its scripts.
    await Promise.all([search.library.volumes(), search.folding()]);
    const before = seen.rounds;
    await firstResults(search, query);
    costs.push({ query, ...seen, rounds: seen.rounds - before });
  }
  costs.sort((one, other) => one.bytes - other.bytes);
  const [median, most] = [costs[costs.length >> 1], costs.at(-1)];
  context.diagnostic(`${COUNT} articles: ${median.bytes} bytes in the median, ${most.bytes} at most (${most.query}, ${most.requests} requests)`);
  assert.ok(most.bytes < BUDGET, JSON.stringify(most));
  const atOnce = costs.filter(({ rounds }) => rounds <= 2).length;
  context.diagnostic(`first results after two round trips: ${atOnce} of ${costs.length}; at most ${Math.max(...costs.map(({ rounds }) => rounds))}`);
  if (COUNT <= 10_000) assert.ok(atOnce >= 0.9 * costs.length);
});
