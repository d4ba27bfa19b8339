// Keeps the front line's page on the phone, so that it opens again where there is no net. It keeps no data of anybody:
// whatever lies under /api/ goes to the net or nowhere.
const kept = 'minsheng-front-line-1';
const page = '/c/f';

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(keepPage());
});

async function keepPage() {
  const cache = await caches.open(kept);
  await cache.add(new Request(page, { headers: { accept: 'text/html' } }));
}

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

// The page says which of its parts it has loaded; parts of an older build leave.
self.addEventListener('message', (event) => {
  const { parts } = event.data;
  if (Array.isArray(parts)) event.waitUntil(keepParts(parts));
});

async function keepParts(parts) {
  const cache = await caches.open(kept);
  const wanted = parts.filter((part) => new URL(part).pathname.startsWith('/c/assets/'));
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== page && !wanted.includes(request.url)) await cache.delete(request);
  }
  for (const part of wanted) {
    if (!(await cache.match(part))) await cache.add(part);
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.method !== 'GET' || pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(pageFromNet(request));
  else if (pathname.startsWith('/c/assets/')) event.respondWith(partFromHere(request));
});

async function pageFromNet(request) {
  const cache = await caches.open(kept);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(page, response.clone());
    return response;
  } catch {
    return (await cache.match(page)) || Response.error();
  }
}

async function partFromHere(request) {
  const cache = await caches.open(kept);
  return (await cache.match(request)) || fetch(request);
}
