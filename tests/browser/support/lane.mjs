// Runs several files of tests in one process, so that they share their browsers: `node support/lane.mjs FILE…`. Starting
// those is a seventh of all work.

import { basename, resolve } from "node:path";
import { describe } from "node:test";
import { shareBrowsers } from "./browsers.mjs";

shareBrowsers();
for (const file of process.argv.slice(2)) describe(basename(file, ".test.mjs"), () => import(resolve(file)));
