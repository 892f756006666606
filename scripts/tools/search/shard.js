// Reads the files of a volume's terms, which crates/press/src/search/shard.rs writes.

import { BITS } from "./terms.js";

const FORMAT = 1;

/** Which shard a term stands in. */
export const shardOf = (term, shards) => Math.floor((term * shards) / 2 ** BITS);

/** Where a term stands in a volume: from places to whether it is in the headline there. */
export function placesOf(term, bytes) {
  if (bytes[0] !== FORMAT) throw new Error(`shards of format ${bytes[0]}`);
  const places = new Map();
  let at = 1;
  function number() {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at++];
      value += (byte & 127) * shift;
      if (!(byte & 128)) return value;
    }
  }
  let known = 0;
  while (at < bytes.length) {
    const head = number();
    known += head >> 1;
    if (known > term) break;
    let place = 0;
    for (let left = head & 1 ? 1 : number(); left > 0; left--) {
      const next = number();
      place += next >> 1;
      if (known === term) places.set(place, (next & 1) === 1);
    }
  }
  return places;
}
