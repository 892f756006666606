// Finds articles: the newest volumes first, and no more than are wanted.

import { dataFile } from "../../shared/addresses.js";
import { folding } from "./fold.js";
import { Gone, Library } from "./library.js";
import { matchIn } from "./match.js";
import { queryOf } from "./terms.js";

/** How many articles are searched first: so many that most searches ask the network twice. */
const FIRST = 10_000;
const DAY = 24 * 60;

/** A search engine over an index and the data of an edition, by their addresses. */
export class Engine {
  constructor(index, data, first = FIRST) {
    this.first = first;
    this.library = new Library(index);
    this.data = data;
    this.articles = new Map();
    /** Makes texts and queries alike, once it was fetched. */
    this.fold = undefined;
  }

  /** Fetches what every search needs, while the reader still types. What fails is asked for again. */
  async warm() {
    const [[newest = []]] = await Promise.all([this.waves(), this.folding()]);
    await this.registers(newest);
  }

  /** Fetches which articles stand in volumes. */
  registers(volumes) {
    return Promise.all(volumes.map((volume) => this.library.registers(volume)));
  }

  async folding() {
    this.fold ??= folding(await this.library.fold());
    return this.fold;
  }

  /** What a reader asks for; `terms` is empty where that is too little to go by. */
  async query(text) {
    return queryOf(text, await this.folding());
  }

  /** The volumes that some days may stand in, by what is searched at once: each time twice as many articles. */
  async waves(filters = {}) {
    const [begin, end] = minutesOf(filters);
    const volumes = (await this.library.volumes()).filter((volume) => volume.to >= begin && volume.from <= end);
    const waves = [];
    let room = 0;
    for (const volume of volumes) {
      if (room <= 0) {
        room = this.first * 2 ** waves.length;
        waves.push([]);
      }
      waves.at(-1).push(volume);
      room -= volume.articles;
    }
    return waves;
  }

  /**
   * Finds articles, a batch after another of up to as many as `wanted` says at that moment: each with what is shown of
   * it; and whether it is the last one. `filters`: section, from, to (days), and by ("best": what has it in the headline before the rest).
   */
  async *find({ words, terms }, filters, wanted) {
    const shown = new Set();
    for (let isRenewed = false; ; isRenewed = true) {
      try {
        const waves = await this.waves(filters);
        for (const wave of waves) {
          // Most find enough among the newest: which articles these are is asked for together with where the terms stand.
          if (wave === waves[0]) this.registers(wave).catch(() => {});
          const candidates = await this.candidates(wave, terms, filters);
          while (candidates.length) {
            const batch = candidates.splice(0, Math.max(1, wanted())).filter(({ id }) => !shown.has(id));
            const found = await Promise.all(batch.map(({ id }) => this.match(id, words, filters)));
            const results = found.filter(Boolean);
            for (const { article } of results) shown.add(article.id);
            yield { results, isLast: !candidates.length && wave === waves.at(-1) };
          }
        }
        return;
      } catch (why) {
        // A newer index was published meanwhile: once more with that.
        if (!(why instanceof Gone) || isRenewed) throw why;
        this.library.renew();
      }
    }
  }

  /** The articles of some volumes that have all terms, in the order that is asked for. */
  async candidates(volumes, terms, { section, by, ...days }) {
    const [begin, end] = minutesOf(days);
    const isOf = (path) => !section || path === section || path.startsWith(`${section}/`);
    const found = await Promise.all(volumes.map(async (volume) => {
      const places = await this.library.find(volume, terms);
      const listed = await Promise.all(places.map(async ({ place, isInHeadline }) => {
        const article = await this.library.article(volume, place);
        return article && { ...article, isInHeadline };
      }));
      return listed.filter((article) => article && isOf(article.section) && article.minutes >= begin && article.minutes <= end);
    }));
    const all = found.flat();
    return by === "best" ? [...all.filter((one) => one.isInHeadline), ...all.filter((one) => !one.isInHeadline)] : all;
  }

  async match(id, words, { from, to }) {
    const article = await this.article(id);
    const day = article?.firstCreated.slice(0, 10);
    if (!article || article.pubStatus || (from && day < from) || (to && day > to)) return null;
    const match = matchIn(article, words, this.fold);
    return match && { article, ...match };
  }

  /** An article in this edition's script; none where it is gone. */
  article(id) {
    if (!this.articles.has(id)) {
      const article = fetch(this.data + dataFile.article(id)).then(async (answer) => {
        if (answer.ok) return (await answer.json()).article;
        if (answer.status === 404) return null;
        throw new Error(`${id}: ${answer.status}`);
      });
      article.catch(() => this.articles.delete(id));
      this.articles.set(id, article);
    }
    return this.articles.get(id);
  }
}

/**
 * Between which times days are, in minutes since 1970, on any clock: the paper's says it of each article.
 * @param {{ from?: string, to?: string }} days
 */
function minutesOf({ from, to }) {
  const of = (day) => Date.parse(day) / 60_000;
  return [from ? of(from) - DAY : -Infinity, to ? of(to) + 2 * DAY : Infinity];
}
