// A served paper for each test.

import { afterEach, beforeEach } from "node:test";
import { SITE } from "./environment.mjs";
import { serveHosts } from "./hosts.mjs";
import { serve } from "./server.mjs";

/** Who serves all papers of this file. */
let isByStrait = false;

/** From now on `strait serve` serves them: the promises of another file can be tested once more. */
export const leaveItToStrait = () => void (isByStrait = true);

/** A server of its own for each test in this file or `describe`: what one test breaks, no other sees. */
export function eachPaper(settings) {
  const paper = {};
  beforeEach(async () => {
    Object.assign(paper, await serve({ isByStrait, ...settings }));
  });
  afterEach(() => paper.close());
  return paper;
}

/** The same, with the pages of partners beside it, on another origin. */
export function eachPartner(paper) {
  const hosts = {};
  beforeEach(async () => {
    Object.assign(hosts, await serveHosts(SITE, paper.url("/")));
  });
  afterEach(() => hosts.close());
  return hosts;
}
