// What is shown of the articles that were found.

import { pageAddress } from "../../shared/addresses.js";
import { make } from "../../shared/paper.js";

/** Shows articles that were found, as lists of a paper show them, with the words that were looked for marked. */
export function resultsOf(site, home) {
  const day = new Intl.DateTimeFormat(site.language, { dateStyle: "long", timeZone: site.timeZone });
  return ({ article, headline, snippet }) => {
    const { id, language, section, kicker, firstCreated } = article;
    const link = make("a", { href: home + pageAddress.article(id) }, ...marked(headline));
    const heading = make("h2", {}, ...(kicker ? [make("span", { className: "kicker" }, kicker)] : []), link);
    const time = make("time", { className: "moment", dateTime: firstCreated }, day.format(new Date(firstCreated)));
    const names = namesOf(section, site.sections).map((name) => make("span", {}, name));
    const meta = make("p", { className: "headline-card__meta" }, ...names, time);
    const summary = make("p", { className: "headline-card__summary" }, ...marked(snippet));
    const card = make("article", { className: "headline-card" }, heading, summary, meta);
    if (language !== site.language) card.lang = language;
    return make("li", {}, card);
  };
}

function marked(parts) {
  return parts.map(({ text, isFound }) => (isFound ? make("mark", {}, text) : text));
}

/** The name of a section, if the paper has it. */
function namesOf(path, tree) {
  return tree.flatMap((section) => (section.path === path ? [section.name] : namesOf(path, section.children ?? [])));
}

/** Lets the arrow keys go from the query through the results and back. */
export function byArrows(input, list) {
  const links = () => [input, ...list.querySelectorAll("a")];
  document.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = links().indexOf(event.target);
    if (!step || at < 0 || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const next = links()[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
