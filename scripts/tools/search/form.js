// What a reader looks for and how, in a form and in the address.

import { make } from "../../shared/paper.js";

const NAMES = ["q", "section", "from", "to", "by"];

/** The form. It reads and shows the address; `listen` says when the reader means something. */
export function form(words, site) {
  const input = make("input", { type: "search", name: "q", autocomplete: "off", enterKeyHint: "search", className: "search__query" });
  input.spellcheck = false;
  const controls = {
    q: input,
    section: select([["", words.all_sections], ...sections(site.sections, "")]),
    from: make("input", { type: "date" }),
    to: make("input", { type: "date" }),
    by: select([["", words.newest], ["best", words.best]]),
  };
  const field = (name, label) => make("label", { className: `search__field search__field--${name}` }, make("span", {}, label), controls[name]);
  const filters = make("details", { className: "search__filters" },
    make("summary", {}, words.filters),
    make("div", {}, field("section", words.section), field("by", words.order), field("from", words.from), field("to", words.to)),
  );
  const element = make("form", { className: "search__form", role: "search" },
    make("div", { className: "search__line" }, field("q", words.query), make("button", { className: "button search__submit" }, words.submit)),
    filters,
  );
  const read = () => Object.fromEntries(NAMES.map((name) => [name, controls[name].value]));
  return {
    element,
    input,
    read,
    /** Shows what the address says. */
    show() {
      const said = new URLSearchParams(location.search);
      for (const name of NAMES) controls[name].value = said.get(name) ?? "";
      for (const name of ["section", "by"]) if (controls[name].selectedIndex < 0) controls[name].selectedIndex = 0;
      // Where there is room they stand open, and where one is set it must be seen.
      filters.open ||= matchMedia("(min-width: 46rem)").matches || NAMES.slice(1).some((name) => controls[name].value);
    },
    /** Lets the address say what the form does. */
    keep() {
      const said = Object.entries(read()).map(([name, value]) => [name, value.trim()]).filter(([, value]) => value);
      history.replaceState(history.state, "", said.length ? `?${new URLSearchParams(said)}` : location.pathname);
    },
    listen({ warm, typed, asked }) {
      input.addEventListener("focus", warm, { once: true });
      input.addEventListener("input", (event) => {
        warm();
        // What an input method has not settled yet is nothing to look for.
        if (!event.isComposing) typed();
      });
      input.addEventListener("compositionend", typed);
      for (const name of NAMES.slice(1)) controls[name].addEventListener("change", asked);
      element.addEventListener("submit", (event) => {
        event.preventDefault();
        asked();
      });
    },
  };
}

function select(options) {
  return make("select", {}, ...options.map(([value, text]) => make("option", { value }, text)));
}

function sections(tree, indent) {
  return tree.flatMap(({ path, name, children }) => [[path, indent + name], ...sections(children ?? [], `${indent}　`)]);
}
