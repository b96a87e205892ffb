// The kept copy of the page, by the worker.

/** Addresses of what these elements load. @param {string} which */
const addresses = (which) => [...new Set([...document.querySelectorAll(which)].map((one) => one.href ?? one.src))];

const files = () => addresses("link[rel=stylesheet], link[rel=icon], link[rel=modulepreload], script[src]");

const media = () => addresses("main img[src], main video[src], main track[src]");

const scope = "/take";

/** @param {ServiceWorker} worker @param {object} message @returns {Promise<boolean>} */
const tell = (worker, message) => new Promise((resolve) => {
  const channel = new MessageChannel();
  channel.port1.onmessage = (event) => resolve(event.data);
  worker.postMessage(message, [channel.port2]);
});

/** Whether the copy was given up: what a slow start of the worker keeps after that is taken away again. */
let isForgotten = false;

/** True when the test opens again without a network. Browsers refuse the worker where they do not trust the certificate. */
export async function keepPage() {
  try {
    await navigator.serviceWorker.register("/take-worker.js", { scope });
    const { active } = await navigator.serviceWorker.ready;
    const isKept = await tell(active, { keep: files(), media: media() });
    if (isForgotten) await forgetPage();
    return isKept && !isForgotten;
  } catch {
    return false;
  }
}

/** Takes the copy off this device, without the worker: it may not have started yet, or have been stopped by the browser. */
export async function forgetPage() {
  isForgotten = true;
  if (!navigator.serviceWorker) return;
  const registration = await navigator.serviceWorker.getRegistration(scope);
  await registration?.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("take-")).map((name) => caches.delete(name)));
}
