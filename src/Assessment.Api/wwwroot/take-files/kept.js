// The kept copy of the page, by the worker.

/** Everything that this page loaded and will need again. */
function files() {
  const links = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon], link[rel=modulepreload]")].map((link) => link.href);
  const sources = [...document.querySelectorAll("script[src], main img[src], main video[src], main source[src], main track[src]")].map((one) => one.src);
  return [...new Set([...links, ...sources])];
}

/** @param {object} message @returns {Promise<boolean>} */
async function tell(message) {
  const { active } = await navigator.serviceWorker.ready;
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = (event) => resolve(event.data);
    active.postMessage(message, [channel.port2]);
  });
}

/** True when the test opens again without a network. Browsers refuse the worker where they do not trust the certificate. */
export async function keepPage() {
  try {
    await navigator.serviceWorker.register("/take-worker.js", { scope: "/take/" });
    return await tell({ keep: files() });
  } catch {
    return false;
  }
}

/** Takes the copy off this device. */
export async function forgetPage() {
  if (await navigator.serviceWorker?.getRegistration("/take/")) await tell({ forget: true });
}
