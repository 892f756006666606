// What is kept on this device is called so. Another paper of the same host has names of its own.

/** The caches of the paper that begins at a path: what was seen (with bounds), and what never goes by itself. */
export function cachesOf(base) {
  const name = (kind) => `strait ${base} ${kind}`;
  return {
    /** Pages that were seen. */
    pages: name("pages"),
    /** What the reader fetched to open pages in place. */
    data: name("data"),
    /** Scripts, styles, words: files whose names say what is in them. */
    files: name("files"),
    pictures: name("pictures"),
    /** The page that says what is there, with all that it needs. */
    home: name("home"),
    /** What the reader of the paper asked to keep. */
    saved: name("saved"),
  };
}
