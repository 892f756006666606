// `strait serve` itself, which the tests' server asks in its own place: what it says is passed on as it is.

import { spawn } from "node:child_process";
import { request } from "node:http";
import { createInterface } from "node:readline";
import { STRAIT } from "./environment.mjs";

/** What is said of a connection, and not of what is sent. */
const OF_THE_LINE = ["connection", "keep-alive", "transfer-encoding"];

/** Starts it for a site; `close` ends it. */
export async function startStrait(root) {
  const server = spawn(STRAIT, ["serve", "--site", root, "--port", "0"], { stdio: ["ignore", "ignore", "pipe"] });
  const address = await new Promise((resolve, reject) => {
    createInterface(server.stderr).once("line", resolve);
    server.once("error", reject);
  });
  if (!address.startsWith("http://")) throw new Error(address);
  const { hostname, port } = new URL(address);
  return {
    /** What it answers to a request of a browser: status, headers and body. */
    async ask({ method, url, headers }) {
      const answer = await new Promise((resolve, reject) => {
        request({ hostname, port, method, path: url, headers: { ...headers, connection: "close" } }, resolve).once("error", reject).end();
      });
      const parts = [];
      for await (const part of answer) parts.push(part);
      const said = Object.entries(answer.headers).filter(([name]) => !OF_THE_LINE.includes(name));
      return { status: answer.statusCode, headers: Object.fromEntries(said), body: Buffer.concat(parts) };
    },
    close: () => void server.kill(),
  };
}
