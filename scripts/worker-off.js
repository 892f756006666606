// Stands where the service worker was, when the paper wants none: clears up behind it and goes. No request passes it.

addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => event.waitUntil(retire()));

async function retire() {
  // Another paper of the same host has caches of its own (`scripts/caches.js`).
  const ours = `strait ${new URL(registration.scope).pathname} `;
  // It goes even if a cache does not.
  const isGone = registration.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(ours)).map((name) => caches.delete(name)));
  await isGone;
}
