// Stands where the service worker was, when the paper wants none: clears up behind it and goes. No request passes it.

// At once, for Chromium may not activate it before the last page of the old worker is closed.
addEventListener("install", (event) => {
  skipWaiting();
  // Nobody waits for this: it is done after the installation.
  registration.unregister();
  event.waitUntil(clear());
});

// Again, for the old worker may have kept more meanwhile. What it keeps after that goes with the next page
// (`scripts/shared/worker_client.js`).
addEventListener("activate", (event) => event.waitUntil(clear()));

async function clear() {
  // Another paper of the same host has caches of its own (`scripts/shared/kept.js`).
  const ours = `strait ${new URL(registration.scope).pathname} `;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(ours)).map((name) => caches.delete(name)));
}
