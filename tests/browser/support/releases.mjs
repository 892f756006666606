// Prints the demo newsroom as if it had been released several times: other scripts, other words, another contract.

import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { CONTENT, READER, STRAIT } from "./environment.mjs";

/** The contract that each release's data was written under; that of the next is too new for all that are out. */
const CONTRACTS = { "N-2": "1.0", "N-1": "1.0", N: "1.1", "N+1": "2.0" };
export const RELEASES = Object.keys(CONTRACTS);

/** What a release adds to each headline, so that one sees which it is. */
export const markOf = (release) => `〔${release}〕`;

/** Prints the releases, or others with settings of their own; `clear` deletes them. */
export function printReleases(settings = {}) {
  const folder = mkdtempSync(join(tmpdir(), "strait-releases-"));
  const roots = Object.fromEntries(RELEASES.map((release) => [release, print(folder, release, settings)]));
  return { roots, clear: () => rmSync(folder, { recursive: true }) };
}

function print(folder, release, settings) {
  const [content, reader, root] = ["content", "reader", "site"].map((name) => join(folder, release, name));
  cpSync(CONTENT, content, { recursive: true });
  cpSync(READER, reader, { recursive: true });
  // Other bytes, other names; the page's CSS differs too, and with it the policy.
  for (const script of ["boot.js", "reader.js", "worker.js"]) edit(join(reader, script), (text) => `${text}\n/* ${release} */\n`);
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
  }
  return root;
}

function edit(file, change) {
  writeFileSync(file, change(readFileSync(file, "utf8")));
}
