// Keeps the whole site in the browser, so that it opens without a network after the first visit.

const NAME = "VERSION";
const KEPT = ["FILES"];
/** @type {any} */
const worker = self;

worker.addEventListener("install", (/** @type {any} */ event) => {
  event.waitUntil(
    caches
      .open(`xo-${NAME}`)
      .then((cache) => cache.addAll(KEPT))
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener("activate", (/** @type {any} */ event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((name) => name.startsWith("xo-") && name !== `xo-${NAME}`).map((name) => caches.delete(name)),
        ),
      )
      .then(() => worker.clients.claim()),
  );
});

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  if (event.request.method !== "GET" || !event.request.url.startsWith(worker.registration.scope)) return;
  event.respondWith(answer(event.request));
});

/** The newest page where the network has it soon, the kept one else; other files as kept: their names tell what is in
 * them. @param {Request} request */
async function answer(request) {
  const cache = await caches.open(`xo-${NAME}`);
  const address = new URL(request.url);
  if (address.pathname.endsWith("/")) address.pathname += "index.html";
  const kept = await cache.match(address.pathname, { ignoreSearch: true });
  return kept ?? fetch(request);
}
