// Prints the host pages into a site that was built for developers: `node print_hosts.mjs target/site`.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { hostPages } from "./support/hosts.mjs";

const site = resolve(process.argv[2]);
const folder = join(site, "embed/hosts");
const { url } = JSON.parse(readFileSync(join(site, "data/site.json"), "utf8"));
mkdirSync(folder, { recursive: true });
const pages = hostPages(site, new URL(url).pathname);
for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, name), text);
console.log(`${Object.keys(pages).length} files in ${folder}`);
