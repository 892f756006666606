// Prints the demo newsroom as if it had been released several times: other scripts, other words, another contract.

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { CONTENT, READER, STRAIT } from "./environment.mjs";

/** The contract that each release's data was written under; that of the next is too new for all that are out. */
const CONTRACTS = { "N-2": "1.0", "N-1": "1.1", N: "1.2", "N+1": "2.0" };
export const RELEASES = Object.keys(CONTRACTS);
/** A release of the time when pages held what they show as JSON too. */
const WITH_JSON = "N-2";

/** What a release adds to each headline, so that one sees which it is. */
export const markOf = (release) => `〔${release}〕`;

/** Prints some of the releases, with settings of their own or none; `clear` deletes them. */
export function printReleases(releases, settings = {}) {
  const folder = mkdtempSync(join(tmpdir(), "strait-releases-"));
  const roots = Object.fromEntries(releases.map((release) => [release, print(folder, release, settings)]));
  return { roots, clear: () => rmSync(folder, { recursive: true }) };
}

function print(folder, release, settings) {
  const [content, reader, root] = ["content", "reader", "site"].map((name) => join(folder, release, name));
  cpSync(CONTENT, content, { recursive: true });
  cpSync(READER, reader, { recursive: true });
  // Other bytes, other names; the page's CSS differs too, and with it the policy.
  for (const script of ["boot.js", "reader.js", "worker.js"]) edit(join(reader, script), (text) => `${text}\n/* ${release} */\n`);
  if (release === WITH_JSON) edit(join(reader, "worker.js"), asBefore);
  edit(join(reader, "site.css"), (text) => `${text}\n.${release.replace("+", "plus").toLowerCase()}{}`);
  edit(join(content, "site.json"), (text) => JSON.stringify({ ...JSON.parse(text), ...settings }));
  const articles = join(content, "articles");
  for (const name of readdirSync(articles)) {
    edit(join(articles, name), (text) => {
      const article = JSON.parse(text);
      return JSON.stringify({ ...article, headline: article.headline + markOf(release) });
    });
  }
  const cache = join(homedir(), ".cache/strait/pictures");
  execFileSync(STRAIT, ["build", "--content", content, "--reader", reader, "--out", root, "--cache", cache, "--full"], { stdio: "pipe" });
  const data = join(root, "data/articles");
  for (const name of readdirSync(data).filter((name) => name.endsWith(".json"))) {
    edit(join(data, name), (text) => JSON.stringify({ ...JSON.parse(text), contract: CONTRACTS[release], ofLater: [release] }));
    if (release === WITH_JSON) addJson(root, `article/${name.replace(/\.json$/, "/index.html")}`, "article", join(data, name));
  }
  if (release === WITH_JSON) addJson(root, "index.html", "front", join(root, "data/front.json"));
  return root;
}

/** The worker as it was then: it knew a page by its JSON, nothing else would do for data, and nothing asked for the paper. */
function asBefore(text) {
  const changes = [
    [/\/<script \[\^>\]\*data-words="\//, '/id="printed"/'],
    [/(\w+)\?Object\.values\(JSON\.parse\(\1\)\.page\):\[\w+\]/, "Object.values(JSON.parse($1).page)"],
    ["data-site=", "data-none="],
  ];
  return changes.reduce((text, [now, then]) => {
    const changed = text.replace(now, then);
    if (changed === text) throw new Error(`the worker has no ${now} to take back`);
    return changed;
  }, text);
}

/** Puts its data into a page, as the press did then. */
function addJson(root, page, kind, data) {
  const [site, shown] = [join(root, "data/site.json"), data].map((file) => JSON.parse(readFileSync(file, "utf8")));
  const json = JSON.stringify({ site, page: { [kind]: shown } }).replaceAll("<", "\\u003c");
  const script = `<script type="application/json" id="printed">${json}</script></body>`;
  edit(join(root, page), (html) => html.replace('<script id="printed" ', "<script ").replace("</body>", () => script));
}

function edit(file, change) {
  writeFileSync(file, change(readFileSync(file, "utf8")));
}
