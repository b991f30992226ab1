// Lets the app open without a network: its page and its files, and never an answer of the API. Files are named by a hash of their content, so that
// one that is here is the right one. A new version takes over at once; the files of the one before stay for windows that are still open with it.
const PREFIX = 'plumbline-';
const NAME = `${PREFIX}__VERSION__`;
const FILES = __FILES__;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (pathname.startsWith('/assets/')) event.respondWith(file(request));
});

async function install() {
  const cache = await caches.open(NAME);
  await cache.add(new Request('/', { cache: 'no-cache' }));
  await cache.addAll(FILES);
  await self.skipWaiting();
}

async function activate() {
  const own = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(own.slice(0, -1).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** As the server has it; where nobody answers, as it was last. */
async function page(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await (await caches.open(NAME)).match('/');
    if (kept) return kept;
    throw error;
  }
}

async function file(request) {
  return (await caches.match(request)) ?? fetch(request);
}
