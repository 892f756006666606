// Serves a printed site as a good host would: its own `_headers`, brotli 11, over HTTP/1.1.
// Pages given by hand stand in for the printed ones; all else is the same file from the same code.

import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const KINDS = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".avif": "image/avif",
  ".webp": "image/webp",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
};
const COMPRESSED = new Set([".html", ".css", ".js", ".json", ".wasm", ".svg", ".txt"]);

/** Starts a server of the folder `site`. Pages that are `isBare` have no policy. `log` holds every request with the bytes of its answer. */
export async function serve(site, { pages = site, isBare = false } = {}) {
  const rules = isBare ? [] : parseHeaders(await readFile(join(site, "_headers"), "utf8").catch(() => ""));
  const ready = new Map();
  const log = [];

  async function answer(path) {
    if (!ready.has(path)) ready.set(path, await prepare(path));
    return ready.get(path);
  }

  async function prepare(path) {
    const name = path.endsWith("/") ? `${path}index.html` : path;
    const kind = extname(name);
    const body = await readFirst([join(pages, name), join(site, name)]);
    if (!body) return { status: 404, headers: {}, body: Buffer.alloc(0) };
    const headers = { ...headersFor(rules, path), "content-type": KINDS[kind] ?? "application/octet-stream" };
    if (!COMPRESSED.has(kind)) return { status: 200, headers, body };
    return { status: 200, headers: { ...headers, "content-encoding": "br", vary: "accept-encoding" }, body: brotli(body) };
  }

  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(request.url.split("?")[0]));
    const { status, headers, body } = await answer(path);
    log.push({ path, kind: headers["content-type"] ?? "", bytes: body.length, at: Date.now() });
    response.writeHead(status, { ...headers, "content-length": body.length }).end(body);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const close = () => new Promise((closed) => (server.close(closed), server.closeAllConnections()));
  return { origin: `http://127.0.0.1:${server.address().port}`, log, close };
}

async function readFirst(files) {
  for (const file of files) {
    if ((await stat(file).catch(() => null))?.isFile()) return readFile(file);
  }
  return null;
}

function brotli(body) {
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });
}

/** The rules of a `_headers` file: a path, `*` for any rest, and its headers below. */
function parseHeaders(text) {
  const rules = [];
  for (const line of text.split("\n").filter((line) => line.trim())) {
    if (/^\s/.test(line)) rules.at(-1).headers.push(line.trim().match(/^([^:]+):\s*(.*)$/).slice(1));
    else rules.push({ path: line.trim(), headers: [] });
  }
  return rules;
}

/** A plain HTTP server cannot ask for HTTPS; all other headers are sent. */
function headersFor(rules, path) {
  const matching = rules.filter((rule) => (rule.path.endsWith("*") ? path.startsWith(rule.path.slice(0, -1)) : path === rule.path));
  const headers = Object.fromEntries(matching.flatMap((rule) => rule.headers.map(([name, value]) => [name.toLowerCase(), value])));
  delete headers["strict-transport-security"];
  headers["content-security-policy"] &&= headers["content-security-policy"].replace(/;?\s*upgrade-insecure-requests/, "");
  return headers;
}
