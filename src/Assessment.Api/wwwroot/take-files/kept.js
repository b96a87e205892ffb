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

/** True when the test opens again without a network. Browsers refuse the worker where they do not trust the certificate. */
export async function keepPage() {
  try {
    await navigator.serviceWorker.register("/take-worker.js", { scope });
    const { active } = await navigator.serviceWorker.ready;
    return await tell(active, { keep: files(), media: media() });
  } catch {
    return false;
  }
}

/** Takes the copy off this device. */
export async function forgetPage() {
  const registration = await navigator.serviceWorker?.getRegistration(scope);
  if (registration?.active) await tell(registration.active, { forget: true });
}
