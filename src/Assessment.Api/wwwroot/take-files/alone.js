// One page writes to an attempt; a second one waits for its turn.

/**
 * Resolves when this page is the one that writes, with whether it had to wait. Browsers without locks (connections that are not secure) let both write: the
 * store draws revisions in its own transactions, so nothing is counted twice.
 * @param {string} attempt @param {() => void} other  called when another page has the attempt now
 * @returns {Promise<boolean>}
 */
export function alone(attempt, other) {
  const name = `assessment-take-${attempt}`;
  const forever = () => new Promise(() => {});
  return new Promise((resolve) => {
    if (!navigator.locks) return resolve(false);
    navigator.locks.request(name, { ifAvailable: true }, (lock) => {
      if (lock) {
        resolve(false);
        return forever();
      }
      other();
      navigator.locks.request(name, () => {
        resolve(true);
        return forever();
      });
    });
  });
}
