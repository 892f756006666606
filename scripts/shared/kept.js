// What is kept on this device is called so: keys of storage, and caches. Another paper of the same host has names of its
// own, but for what was chosen: that is the reader's.

/** What was chosen (`early.js`). */
export const CHOICES = "strait-choices";
/** What was read, by where the paper begins. */
export const READ = "strait-read ";
/** What was saved, by where the paper begins. */
export const SAVED = "strait-saved ";
/** Whether anything may be kept is tried with this. */
export const TRIAL = "strait-may-keep";
/** That the worker was told of a release, as long as the window is open: by the edition and the release. */
export const TOLD = "strait-told ";
/** Which notices were put away, as long as the window is open: by the edition. */
export const PUT_AWAY = "strait-put-away ";

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
