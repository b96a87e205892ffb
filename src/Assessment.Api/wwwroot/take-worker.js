// Lets the test page open without a network. It keeps the page of one attempt with its files, set by set: the page tells what to
// keep, a new set replaces the old one only when it is whole, and the page takes all away after the receipt. Answers never pass here.

const page = "/take/test";
const patience = 4000;

/** The newest set. */
const kept = async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith("take-")).sort();
  return names.length ? caches.open(names.at(-1)) : null;
};

/** @param {string[]} files addresses beside the page */
async function keepPage(files) {
  const older = (await caches.keys()).filter((name) => name.startsWith("take-"));
  const name = `take-${Date.now()}`;
  const set = await caches.open(name);
  try {
    const response = await fetch(page, { cache: "no-store" });
    if (!response.ok || response.redirected) throw new Error("There is no test to keep.");
    await set.put(page, await withoutTime(response));
    await set.addAll(files);
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
  await Promise.all(older.map((old) => caches.delete(old)));
}

/** Pictures and films: one that does not come takes nothing else with it. @param {string[]} media */
const keepMedia = async (media) => Promise.allSettled(media.map(async (file) => (await kept()).add(file)));

/** The page as it will be opened later: the server's clock in it would be wrong by then. @param {Response} response */
async function withoutTime(response) {
  const text = (await response.text()).replace(/ data-now="[^"]*"/, ' data-now=""');
  const headers = new Headers(response.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  return new Response(text, { headers });
}

/** What the network answers, a redirect too, while it answers in time and is not at fault; else the kept page. @param {Request} request */
async function opened(request) {
  const set = await kept();
  const copy = await set?.match(page);
  if (!copy) return fetch(request);
  const asked = new URL(request.url).pathname;
  const late = new Promise((resolve) => setTimeout(resolve, patience, null));
  const answer = await Promise.race([fetch(request).catch(() => null), late]);
  if (answer && answer.status < 500) return answer;
  return asked === page ? copy : answer ?? Response.redirect(page);
}

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  const { keep, media } = event.data;
  const done = (isDone) => event.ports[0].postMessage(isDone);
  event.waitUntil(keepPage(keep).then(() => done(true), () => done(false)).then(() => keepMedia(media)));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin || pathname.startsWith("/api/")) return;
  event.respondWith(request.mode === "navigate"
    ? opened(request)
    : kept().then((set) => set?.match(request)).then((copy) => copy ?? fetch(request)));
});
