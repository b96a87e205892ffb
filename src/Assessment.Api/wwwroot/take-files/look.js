// The switches of language and text size at the foot: a size needs no network, and no switch may lose what is being typed.

/**
 * @param {() => Promise<boolean>} ready  keeps what is being typed; answers whether the server can be reached
 * @param {() => void} refuse  called when a language cannot be had now
 */
export function keepLook(ready, refuse) {
  document.addEventListener("submit", async (event) => {
    const { target, submitter } = event;
    if (!(target instanceof HTMLFormElement) || target.id !== "look" || !(submitter instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const isSize = submitter.hasAttribute("aria-pressed");
    if (isSize) {
      document.documentElement.className = submitter.value;
      for (const other of target.querySelectorAll("[aria-pressed]")) other.setAttribute("aria-pressed", String(other === submitter));
    }
    const choice = new URLSearchParams(new FormData(target, submitter));
    const isTold = await ready() && await fetch(target.action, { method: "POST", body: choice, redirect: "manual" }).then((reply) => reply.type === "opaqueredirect", () => false);
    if (!isSize) isTold ? location.reload() : refuse();
  });
}
