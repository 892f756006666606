// Serves a printed site on this machine with the headers that its own `_headers` file states, or as `strait serve` does;
// writes down every request, and misbehaves where it is told to.

import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { SITE } from "./environment.mjs";
import { startStrait } from "./strait.mjs";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".txt": "text/plain; charset=utf-8",
};

/** What only makes sense over TLS. */
const ONLY_OVER_TLS = [/^strict-transport-security$/i];
const UPGRADE = /;?\s*upgrade-insecure-requests/i;

/**
 * Serves a site. A server has a port of its own, so that no two tests share a browser's cache.
 * `base` is where the site begins on its host; `port` 0 takes a free one. With `isForgotten` no browser's own cache
 * keeps anything, so that what is seen without a network comes from elsewhere. With `isByStrait` all that is sent is what
 * `strait serve` sends.
 */
export async function serve({ root = SITE, base = "/", port = 0, isForgotten = false, isByStrait = false } = {}) {
  let rules = await headerRules(root, base);
  const strait = isByStrait ? await startStrait(root) : undefined;
  const log = [];
  /** What was published before: files whose names say what is in them stay for a time. */
  const past = [];
  let faults = [];
  const server = createServer((request, response) => {
    answer({ request, response, root, past, base, rules, strait, isForgotten, log, faults }).catch(() => response.destroy());
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    /** The address of a page or file: a path below the site's beginning. */
    url: (path = "") => `${origin}${base}${path.replace(/^\//, "")}`,
    log,
    /** Requests whose path contains or matches `what`. */
    requests: (what) => log.filter((entry) => matches(what, entry.path)),
    /** Lets what matches go wrong: see `answer` for the ways. The last fault told is tried first. */
    misbehave: (what, fault) => void (faults = [{ what, left: fault.times ?? Infinity, ...fault }, ...faults]),
    /** Holds back what matches until the function that this returns is called. */
    hold(what) {
      let release;
      const until = new Promise((resolve) => (release = resolve));
      this.misbehave(what, { until });
      return release;
    },
    /** From now on nobody is reached. */
    cut: () => void (faults = [{ what: "", left: Infinity, resets: true }]),
    /** Publishes another site in the place of this one; hashed files of the old one stay. */
    async deploy(next) {
      past.push(root);
      [root, rules] = [next, await headerRules(next, base)];
    },
    /** No more faults. */
    mend: () => void (faults = []),
    forget: () => void log.splice(0),
    async close() {
      strait?.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A port that is free now, for a site that must know its address before it is printed. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function matches(what, path) {
  return what instanceof RegExp ? what.test(path) : path.includes(what);
}

async function answer({ request, response, root, past, base, rules, strait, isForgotten, log, faults }) {
  const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
  const entry = { method: request.method, path, status: 0, aborted: false, accept: request.headers.accept ?? "" };
  log.push(entry);
  response.on("close", () => (entry.aborted = !response.writableFinished));
  const found = faults.find((fault) => fault.left > 0 && matches(fault.what, path));
  if (found) found.left -= 1;
  const fault = found ?? {};
  if (fault.delay) await new Promise((resolve) => setTimeout(resolve, typeof fault.delay === "function" ? fault.delay() : fault.delay));
  await fault.until;
  if (fault.hangs) return;
  if (fault.resets) return void request.socket.destroy();

  // What is to be spoilt comes whole and plain.
  const asked = found ? { method: "GET", url: request.url, headers: {} } : request;
  const answered = strait ? await strait.ask(asked) : await fromDisk({ root, past, base, rules, path, accepted: asked.headers["accept-encoding"] });
  let { body } = answered;
  const { headers } = answered;
  // Nobody shall take it for the unspoilt one later.
  if (found) for (const name of ["etag", "last-modified"]) delete headers[name];
  if (isForgotten) say(headers, "Cache-Control", "no-store");
  if (fault.rewrites) body = Buffer.from(fault.rewrites(body.toString()));
  if (fault.keeps !== undefined) body = body.subarray(0, Math.floor(body.length * fault.keeps));
  if (fault.flips) body = flip(body);
  if (fault.says) body = Buffer.from(fault.says);
  if (fault.says) say(headers, "Content-Type", TYPES[".html"]);
  for (const [name, value] of Object.entries(fault.headers ?? {})) say(headers, name, value);
  entry.status = fault.status ?? answered.status;
  if (!strait && !found && path.endsWith(".json")) headers.ETag = `"${createHash("sha1").update(body).digest("hex")}"`;
  if (headers.ETag && request.headers["if-none-match"] === headers.ETag) [entry.status, body] = [304, Buffer.alloc(0)];
  entry.bytes = body.length;
  if (!strait || request.method !== "HEAD") say(headers, "Content-Length", body.length);
  response.writeHead(entry.status, headers);
  if (!fault.breaksOff) return void response.end(request.method === "HEAD" ? undefined : body);
  response.write(body.subarray(0, body.length / 2), () => request.socket.destroy());
}

/** Sets a header, however its name was written before. */
function say(headers, name, value) {
  for (const other of Object.keys(headers)) if (other.toLowerCase() === name.toLowerCase()) delete headers[other];
  headers[name] = value;
}

async function fromDisk({ root, past, base, rules, path, accepted }) {
  let file = await find(root, base, path);
  if (file.status === 404 && /\/(assets|pictures)\//.test(path)) {
    for (const old of past) if (file.status === 404) file = await find(old, base, path);
  }
  const { body, encoding } = await read(file, accepted);
  const headers = { "Content-Type": TYPES[extname(file.name)] ?? "application/octet-stream", ...headersOf(rules, path, file.name) };
  if (encoding) Object.assign(headers, { "Content-Encoding": encoding, Vary: "Accept-Encoding" });
  return { status: file.status, headers, body };
}

/** The file behind a path; where there is none the nearest "not found" page, as hosts do. */
async function find(root, base, path) {
  const isFile = (name) => readFile(join(root, name)).then(() => true, () => false);
  const below = path.startsWith(base) ? normalize(path.slice(base.length)).replace(/^(\.\.\/?)+/, "") : "-";
  const name = path.endsWith("/") ? join(below, "index.html") : below;
  if (await isFile(name)) return { root, name, status: 200 };
  const folders = below.split("/").slice(0, -1);
  const pages = folders.map((_, depth) => join(...folders.slice(0, folders.length - depth), "404.html"));
  for (const page of pages) if (await isFile(page)) return { root, name: page, status: 404 };
  return { root, name: "404.html", status: 404 };
}

async function read(file, accepted = "") {
  for (const [encoding, suffix] of [["br", ".br"], ["gzip", ".gz"]]) {
    if (!accepted.includes(encoding)) continue;
    const body = await readFile(join(file.root, file.name + suffix)).catch(() => null);
    if (body) return { body, encoding };
  }
  return { body: await readFile(join(file.root, file.name)) };
}

/** The blocks of a `_headers` file: a path pattern, then indented headers. */
async function headerRules(root, base) {
  const rules = [];
  for (const line of (await readFile(join(root, "_headers"), "utf8")).split("\n")) {
    if (/^\S/.test(line)) rules.push({ pattern: line.trim(), headers: {} });
    const [, name, value] = line.match(/^\s+([^:]+):\s*(.*)$/) ?? [];
    if (name && !ONLY_OVER_TLS.some((pattern) => pattern.test(name))) rules.at(-1).headers[name] = value.replace(UPGRADE, "");
  }
  return { rules, base };
}

/** The headers of a path; an unknown address that no rule covers has those of the "not found" page. */
function headersOf({ rules, base }, path, name) {
  const covers = ({ pattern }, path) => (pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern);
  const covering = rules.filter((rule) => covers(rule, path));
  const used = name.endsWith("404.html") ? rules.filter((rule) => covers(rule, base + name)) : covering;
  return Object.assign({}, ...used.map((rule) => rule.headers));
}

/** One bit of the middle byte changed. */
function flip(body) {
  const flipped = Buffer.from(body);
  flipped[Math.floor(flipped.length / 2)] ^= 1;
  return flipped;
}
