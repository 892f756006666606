// From many visits to one table: medians, ratios to the twin, and whether a promise is kept.

/** What is shown, and what was promised: a figure, or at most so many times the lean page's. */
const ROWS = [
  { name: "first contentful paint", unit: "ms", of: (visit) => visit.fcp, timesLean: 1.1 },
  { name: "largest contentful paint", unit: "ms", of: (visit) => visit.lcp, timesLean: 1.1 },
  { name: "total blocking time", unit: "ms", of: (visit) => visit.blocking, below: 50 },
  { name: "longest task", unit: "ms", of: (visit) => visit.longestTask },
  { name: "layout shift, load and hydration", unit: "", of: (visit) => visit.shift, atMost: 0 },
  { name: "tap until the next headline", unit: "ms", of: (visit) => visit.tap, timesLean: 0.2 },
  { name: "tap as soon as the headline shows", unit: "ms", of: (visit) => visit.early, timesLean: 1.05 },
  { name: "back until the old headline", unit: "ms", of: (visit) => visit.back, timesLean: 0.6 },
  ...["html", "css", "js", "wasm", "json", "pictures", "other"].flatMap((kind) => [
    { name: `${kind} on load`, unit: "bytes", of: (visit) => visit.onLoad[kind]?.bytes ?? 0, requests: (visit) => visit.onLoad[kind]?.requests ?? 0 },
  ]),
  { name: "code on load, js and wasm", unit: "bytes", of: (visit) => (visit.onLoad.js?.bytes ?? 0) + (visit.onLoad.wasm?.bytes ?? 0) },
  { name: "all on load", unit: "bytes", of: (visit) => sum(visit.onLoad, "bytes"), requests: (visit) => sum(visit.onLoad, "requests") },
  { name: "all from then on", unit: "bytes", of: (visit) => sum(visit.afterLoad, "bytes"), requests: (visit) => sum(visit.afterLoad, "requests") },
];

/** One row for each figure: the medians of `{strait, twinA, twinB, lean}`, the ratios to the lean page and to all visits of the twin, the twin's own, the verdict. */
export function summarise(visits) {
  return ROWS.map(({ name, unit, of, requests, ...promise }) => {
    const medians = Object.fromEntries(Object.entries(visits).map(([entrant, runs]) => [entrant, median(runs.map(of))]));
    const twin = median([...visits.twinA, ...visits.twinB].map(of));
    const row = { name, unit, ...medians, lean: medians.lean, toLean: divide(medians.strait, medians.lean), ratio: divide(medians.strait, twin), control: divide(medians.twinB, medians.twinA) };
    if (requests) row.requests = Object.fromEntries(Object.entries(visits).map(([entrant, runs]) => [entrant, median(runs.map(requests))]));
    return { ...row, ...judge(promise, row) };
  });
}

function judge({ timesLean, below, atMost }, { strait, toLean, unit }) {
  const verdict = (promise, isKept) => ({ promise: promise.trim(), verdict: isKept ? "kept" : "missed" });
  if (timesLean !== undefined) return verdict(`${timesLean}x lean`, toLean <= timesLean);
  if (below !== undefined) return verdict(`under ${below} ${unit}`, strait < below);
  if (atMost !== undefined) return verdict(`${atMost} ${unit}`, strait <= atMost);
  return {};
}

/** The rows as a table for a terminal. Rows of nothing but zeros are left out. */
export function table(rows) {
  const head = ["", "strait", "lean", "twin", "twin again", "to lean", "to twin", "control", "promise", ""];
  const lines = rows
    .filter((row) => row.promise || row.strait || row.twinA)
    .map((row) => [
      row.name,
      ...["strait", "lean", "twinA", "twinB"].map((entrant) => figure(row[entrant], row.unit) + (row.requests ? ` in ${row.requests[entrant]}` : "")),
      ratio(row.toLean),
      ratio(row.ratio),
      ratio(row.control),
      row.promise ?? "",
      row.verdict ?? "",
    ]);
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column].length)));
  const align = (text, column) => (column > 0 && column < 8 ? text.padStart(widths[column]) : text.padEnd(widths[column]));
  return [head, ...lines].map((line) => line.map(align).join("  ").trimEnd()).join("\n");
}

function figure(value, unit) {
  if (unit === "bytes") return `${(value / 1000).toFixed(1)} KB`;
  return unit === "ms" ? `${value.toFixed(0)} ms` : String(Number(value.toFixed(4)));
}

const ratio = (value) => (value === null ? "" : `${value.toFixed(2)}x`);
const divide = (a, b) => (b > 0 ? a / b : null);
const sum = (kinds, what) => Object.values(kinds).reduce((total, kind) => total + kind[what], 0);

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
