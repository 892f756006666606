// As under `trunk serve`: an empty body, and the reader fetches what it shows.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inChromium } from "./support/browsers.mjs";
import { articlePath, lead } from "./support/edition.mjs";
import { eachPaper } from "./support/paper.mjs";

const paper = eachPaper();
const withoutBody = (html) => html.replace(/<body>[\s\S]*<\/body>/, "<body></body>");

inChromium((reader) => {
  for (const [name, path, headline] of [["the front page", "/", ".lead-story h2"], ["an article", articlePath(lead), "h1"]]) {
    test(`${name} is fetched and shown`, async () => {
      paper.misbehave(/\/$/, { rewrites: withoutBody });
      await reader.visitAwake(paper.url(path));
      const text = await reader.run((selector) => document.querySelector(selector)?.textContent, headline);
      assert.ok(text?.includes(lead.article.headline), `${headline} says ${text}`);
    });
  }
});
