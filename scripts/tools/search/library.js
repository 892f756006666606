// The files of the index, each fetched once.

import { placesOf, shardOf } from "./shard.js";

/** How many articles stand in one register. */
const IN_A_REGISTER = 1024;

/** A file of the index that is gone: a newer index was published. */
export class Gone extends Error {}

/** The index below an address. */
export class Library {
  constructor(address) {
    this.address = address;
    this.files = new Map();
  }

  /** The volumes, the newest first. */
  async volumes() {
    return [...(await this.file("contents.json", json)).volumes].reverse();
  }

  /** The table that queries are folded with. */
  fold() {
    return this.file("fold.json", json);
  }

  /** The article at a place of a volume: id, section and time (minutes since 1970). None: the volume has grown. */
  async article(volume, place) {
    return (await this.register(volume, Math.floor(place / IN_A_REGISTER)))[place % IN_A_REGISTER];
  }

  /** All articles of a volume, fetched ahead. */
  registers(volume) {
    return Promise.all(Array.from({ length: Math.ceil(volume.articles / IN_A_REGISTER) }, (_, part) => this.register(volume, part)));
  }

  register(volume, part) {
    return this.file(`${volume.name}/articles-${part}.json`, async (answer) => {
      const { ids, sections, section, minutes } = await answer.json();
      let at = 0;
      return ids.split(" ").map((id, place) => ({ id, section: sections[section[place]], minutes: (at += minutes[place]) }));
    });
  }

  /** Where all of some terms stand in a volume: places, the newest first, and whether all are in the headline there. */
  async find(volume, terms) {
    const found = await Promise.all(terms.map((term) => this.places(volume, term)));
    const [fewest, ...others] = found.sort((one, other) => one.size - other.size);
    const all = [...fewest].filter(([place]) => others.every((other) => other.has(place)));
    return all.map(([place, isMarked]) => ({ place, isInHeadline: isMarked && others.every((other) => other.get(place)) })).reverse();
  }

  async places(volume, term) {
    const shard = shardOf(term, volume.shards);
    const bytes = await this.file(`${volume.name}/${shard}-of-${volume.shards}.bin`, (answer) => answer.arrayBuffer());
    return placesOf(term, new Uint8Array(bytes));
  }

  /** Begins anew with what is published now. */
  renew() {
    const fold = this.files.get("fold.json");
    this.files = new Map(fold ? [["fold.json", fold]] : []);
    this.isRenewed = true;
  }

  /** A file, read in some way. What failed is tried again when it is asked for again. */
  file(path, read) {
    if (!this.files.has(path)) {
      const known = this.files;
      const file = this.fetch(path).then(read);
      file.catch(() => known.delete(path));
      known.set(path, file);
    }
    return this.files.get(path);
  }

  async fetch(path) {
    const answer = await fetch(this.address + path, { cache: this.isRenewed ? "no-cache" : "default" });
    if (answer.ok) return answer;
    throw answer.status === 404 ? new Gone(path) : new Error(`${path}: ${answer.status}`);
  }
}

const json = (answer) => answer.json();
