// What TypeScript is told of the place where a service worker runs.

declare module "workbox-*" {
  export const registerQuotaErrorCallback: any, registerRoute: any, CacheFirst: any, NetworkFirst: any;
  export const CacheExpiration: any;
}

declare const registration: ServiceWorkerRegistration;
declare const clients: Clients;
declare function skipWaiting(): Promise<void>;

interface Event {
  /** Of a service worker's events. */
  waitUntil(done: Promise<unknown>): void;
}
