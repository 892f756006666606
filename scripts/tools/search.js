// The tools of `/search/`: what is looked for and how stands in the address, and what is found below.

import field from "../../style/tools/field.css";
import css from "../../style/tools/search.css";
import { adopt, data, edition, make, paper, words as wordsOf } from "../shared/paper.js";
import { Engine } from "./search/engine.js";
import { form } from "./search/form.js";
import { byArrows, resultsOf } from "./search/results.js";

/** How many results are shown at once. */
const PAGE = 10;
/** How long nothing more is typed before it is looked for, in milliseconds. */
const PAUSE = 200;

/** Fills the place of the search. */
export async function open(place) {
  const [words, site] = await Promise.all([wordsOf("search"), paper()]);
  adopt(field);
  adopt(css);
  const engine = new Engine(new URL(place.dataset.index, location.href).href, data);

  const status = make("p", { className: "search__status", role: "status" });
  const list = make("ol", { className: "search__results", ariaLabel: words.results });
  const older = make("button", { type: "button", className: "button search__older", hidden: true }, words.older);
  const again = make("button", { type: "button", className: "button search__again", hidden: true }, words.try_again);
  const result = resultsOf(site, edition);
  const wishes = form(words, site);
  const say = (words) => {
    if (status.textContent !== words) status.textContent = words;
  };

  /** The search that is shown: a newer one takes its place. */
  let current;
  function begin() {
    const { q, ...filters } = wishes.read();
    current = { q, filters, count: 0 };
    more(current);
  }

  /** Shows more of a search. */
  async function more(search) {
    const isCurrent = () => search === current;
    older.hidden = again.hidden = true;
    try {
      if (!search.found) {
        const query = search.q.trim() ? await engine.query(search.q) : { words: [], terms: [] };
        if (!isCurrent()) return;
        if (!query.terms.length) {
          list.replaceChildren();
          return say(search.q.trim() ? words.too_short : "");
        }
        search.found = engine.find(query, search.filters, () => search.until - search.count);
      }
      say(words.searching);
      search.until = search.count + PAGE;
      await take(search, isCurrent);
    } catch (why) {
      console.warn(why);
      if (!isCurrent()) return;
      // What was found stays; the search begins anew.
      search.found = undefined;
      if (!search.count) list.replaceChildren();
      say(words.failed);
      again.hidden = false;
    }
  }

  async function take(search, isCurrent) {
    search.isDone = false;
    while (search.count < search.until && !search.isDone) {
      const { value, done } = await search.found.next();
      if (!isCurrent()) return;
      search.isDone = done || value.isLast;
      for (const article of value?.results ?? []) {
        if (!search.count) list.replaceChildren();
        list.append(result(article));
        search.count += 1;
      }
    }
    if (!search.count) list.replaceChildren();
    older.hidden = search.isDone;
    const said = !search.count ? words.nothing : search.isDone ? words.found : words.found_first;
    say(said.replace("{count}", search.count).replace("{query}", () => search.q.trim()));
  }

  let pause;
  const soon = (milliseconds) => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      wishes.keep();
      begin();
    }, milliseconds);
  };
  const warm = () => engine.warm().catch(() => {
    // The search will say it.
  });
  wishes.listen({ warm, typed: () => soon(PAUSE), asked: () => soon(0) });
  older.addEventListener("click", async () => {
    const last = list.lastElementChild;
    await more(current);
    last?.nextElementSibling?.querySelector("a").focus();
  });
  again.addEventListener("click", begin);
  addEventListener("popstate", () => {
    wishes.show();
    begin();
  });

  place.className = "search";
  place.replaceChildren(wishes.element, status, again, list, older);
  byArrows(wishes.input, list);
  wishes.show();
  if (wishes.read().q) {
    warm();
    begin();
  } else if (matchMedia("(pointer: fine)").matches) wishes.input.focus();
}
