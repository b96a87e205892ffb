// The open page says that it is there, so that the room tells a long thought from a device that is away.

/** How long the page may have sent nothing before it says so, and how long until it looks: a class does not speak at once. */
const least = 0.75;

/** Milliseconds until it looks again. @param {number} every @param {number} random 0 to 1 */
export const pauseOf = (every, random) => every * (least + (1 - least) * random);

/**
 * Says so while the page is seen and on line, when nothing else was sent.
 * @param {import("./server.js").Server} server @param {number} seconds  the longest pause
 * @returns {() => void}  stops it
 */
export function sayHere(server, seconds) {
  const every = 1000 * seconds;
  let timer = 0;
  const look = () => {
    clearTimeout(timer);
    const quiet = Date.now() - server.heard >= least * every;
    if (quiet && navigator.onLine && document.visibilityState === "visible") server.here();
    timer = setTimeout(look, pauseOf(every, Math.random()));
  };
  document.addEventListener("visibilitychange", look);
  timer = setTimeout(look, pauseOf(every, Math.random()));
  return () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", look);
  };
}
