// Looks at what a browser keeps of the paper.

/** Waits until these paths are kept, in whatever cache. */
export async function keeps(reader, ...paths) {
  for (const path of paths) {
    const look = async (path) => {
      for (const name of await caches.keys()) if (await (await caches.open(name)).match(path)) return true;
      return false;
    };
    await reader.until(`${path} is kept`, look, path);
  }
}

/** The paths that are kept, in caches whose names end so. */
export function kept(reader, kind = "") {
  const list = async (kind) => {
    const paths = [];
    for (const name of (await caches.keys()).filter((name) => name.endsWith(kind))) {
      for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
    }
    return paths;
  };
  return reader.run(list, kind);
}

/** Opens a page as a page and waits until the worker keeps it, and the page that says what is there. */
export async function visitKept(reader, paper, path, home = "/saved/") {
  await reader.visitAwake(paper.url(path));
  await reader.until("the worker runs", () => Boolean(navigator.serviceWorker.controller));
  await keeps(reader, path, home);
}
