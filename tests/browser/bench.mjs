// The page bench (`cargo xtask bench`): the model article of the demo site against its static twin, and against a lean
// page of the same article that is written by hand, on a phone with a slow processor and a slow line. The twin runs twice: how far its two medians
// lie apart is what the bench cannot see. Times never fail it; only what cannot be measured does.
//
//   node tests/browser/bench.mjs [--runs 15] [--json]
// STRAIT_SITE, CHROMIUM, CHROMEDRIVER: see support/environment.mjs.

import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { serve } from "./bench/server.mjs";
import { summarise, table } from "./bench/table.mjs";
import { writeLean } from "./bench/lean.mjs";
import { writeTwins } from "./bench/twin.mjs";
import { tapEarly, visit } from "./bench/visit.mjs";
import { SITE } from "./support/environment.mjs";

const ARTICLE = "/article/20261123-1000001/";

const { values: options } = parseArgs({ options: { runs: { type: "string", default: "15" }, json: { type: "boolean", default: false } } });
const runs = Number(options.runs);

await bench().catch((error) => {
  console.error(`bench: could not measure: ${error.message}`);
  process.exitCode = 1;
});

async function bench() {
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs ${options.runs}: wants a whole number`);
  const twins = await mkdtemp(join(tmpdir(), "strait-twin-"));
  const lean = await mkdtemp(join(tmpdir(), "strait-lean-"));
  const servers = [];
  try {
    await writeTwins(SITE, twins);
    await writeLean(SITE, lean);
    for (const pages of [SITE, twins, twins]) servers.push(await serve(SITE, { pages }));
    servers.push(await serve(SITE, { pages: lean, isBare: true }));
    const [strait, twinA, twinB, leanPage] = servers;
    const visits = await measure({ strait, twinA, twinB, lean: leanPage });
    const rows = summarise(visits);
    console.log(options.json ? JSON.stringify({ article: ARTICLE, runs, rows, visits }) : report(rows, visits));
  } finally {
    await Promise.all(servers.map((server) => server.close()));
    for (const folder of [twins, lean]) await rm(folder, { recursive: true, force: true });
  }
}

/** All visits, in turn: strait, twin, twin again, lean; the first round only warms the machine up. */
async function measure(servers) {
  const visits = { strait: [], twinA: [], twinB: [], lean: [] };
  for (let run = 0; run <= runs; run += 1) {
    const start = Date.now();
    for (const entrant of turn(Object.keys(servers), run)) {
      const measured = { ...(await visit(servers[entrant], ARTICLE)), ...(await tapEarly(servers[entrant], ARTICLE)) };
      if (run > 0) visits[entrant].push({ ...measured, load: loadavg()[0] });
    }
    const seconds = (Date.now() - start) / 1000;
    const left = Math.ceil((seconds * (runs - run)) / 60);
    console.error(`${run ? `run ${run} of ${runs}` : "warm-up"}: ${seconds.toFixed(0)} s, ${left} min left`);
  }
  return visits;
}

/** Nobody is always first. */
function turn(entrants, by) {
  return entrants.map((_, at) => entrants[(at + by) % entrants.length]);
}

function report(rows, visits) {
  const paints = rows.filter((row) => row.name.endsWith("contentful paint"));
  const apart = Math.max(...paints.map((row) => Math.abs(row.control - 1) * 100)).toFixed(0);
  const share = (entrant, what) => `${visits[entrant].filter((visit) => visit[what]).length} of ${runs}`;
  const awake = visits.strait.filter((visit) => visit.reader === "ready").length;
  return `
${ARTICLE}, its static twin and a lean page of it, medians of ${runs} interleaved runs, each with an empty profile.
Chromium, 360x740 at 2x, 4x CPU, 1.6 Mbit/s, 150 ms; HTTP/1.1 on loopback, brotli 11, same headers.
Bytes are those of the bodies as sent; the tap is a touch without a pause, timed from pointerdown
to the frame with the other headline (early: as soon as the first headline is painted); the line is "${visits.strait[0].line}" to the page.

${table(rows)}

The twin's own two medians of the paint times differ by ${apart} %: a ratio nearer to 1 than that says nothing.
The reader was awake in ${awake} of ${runs} visits; the tap stayed in the page in ${share("strait", "tapStaysInPage")}.
The twin came back from Chromium's back/forward cache in ${share("twinA", "backFromCache")}.
${busy(visits.strait)}`;
}

/** Times of a machine that has other things to do are no times of the page. */
function busy(visits) {
  const load = visits.reduce((sum, visit) => sum + visit.load, 0) / visits.length;
  const cores = availableParallelism();
  return load > 1.25 * cores ? `The machine was busy (load ${load.toFixed(1)} on ${cores} cores): all times are longer than they need be.\n` : "";
}
