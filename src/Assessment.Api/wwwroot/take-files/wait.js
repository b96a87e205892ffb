// The waiting page looks every few seconds whether the trainer has started the test. The server leads on when it has.

const longest = 6000;

/** Between a third of the longest time and all of it: a class does not look all at once. @param {number} random 0 to 1 */
const pause = (random) => longest * (1 + 2 * random) / 3;

let timer = 0;

async function look() {
  clearTimeout(timer);
  if (document.visibilityState === "visible") {
    const reply = await fetch(location.pathname, { redirect: "manual", cache: "no-store" }).catch(() => null);
    if (reply?.type === "opaqueredirect") return location.reload();
  }
  timer = setTimeout(look, pause(Math.random()));
}

document.getElementById("by-itself").hidden = false;
document.addEventListener("visibilitychange", look);
timer = setTimeout(look, pause(Math.random()));
