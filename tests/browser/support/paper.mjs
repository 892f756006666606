// A served paper for each test.

import { afterEach, beforeEach } from "node:test";
import { serve } from "./server.mjs";

/** A server of its own for each test in this file or `describe`: what one test breaks, no other sees. */
export function eachPaper(settings) {
  const paper = {};
  beforeEach(async () => {
    Object.assign(paper, await serve(settings));
  });
  afterEach(() => paper.close());
  return paper;
}
