// What the device keeps: the attempt with its ticket, and the newest answer to each item.
// A write is "kept" only when the browser has put it on disk (durability "strict"): batteries die.

/**
 * @typedef {object} Answer
 * @property {string} attempt
 * @property {string} item
 * @property {string | string[] | null} value  as the server takes it; null is a cleared answer
 * @property {number} revision  this device's counter
 * @property {number} seen      newest revision of the item, of whichever device, that this device has loaded
 * @property {"waiting" | "server" | "stale" | "refused"} state
 * @property {boolean} kept     whether it is on the device's disk
 * @property {string} [code]    why the server refused it
 */

/**
 * @typedef {object} Attempt
 * @property {string} attempt
 * @property {string} ticket    empty once all is handed in
 * @property {string} device    random name of this device
 * @property {boolean} handing  the participant has pressed the button; it goes on by itself
 * @property {string} receipt   empty before
 * @property {number} skew      server's clock minus the device's, milliseconds
 */

const strict = { durability: "strict" };
const patience = 5000;

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const answered = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

/** @param {IDBTransaction} transaction @returns {Promise<void>} */
const committed = (transaction) => new Promise((resolve, reject) => {
  transaction.oncomplete = () => resolve();
  transaction.onabort = transaction.onerror = () => reject(transaction.error);
});

/** @returns {Promise<IDBDatabase>} */
async function open() {
  const request = indexedDB.open("assessment-take", 1);
  const late = new Promise((_, reject) => setTimeout(reject, patience)); // some browsers never answer
  request.onupgradeneeded = () => {
    request.result.createObjectStore("attempts", { keyPath: "attempt" });
    request.result.createObjectStore("answers", { keyPath: ["attempt", "item"] });
  };
  return Promise.race([answered(request), late]);
}

/** A random name; the browser's own maker of such names is missing where the connection is not secure. */
export const newName = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** One attempt on this device. Where nothing can be kept it lives in memory, and says so by `durable`. */
export class Store {
  /** @param {string} attempt @param {IDBDatabase | null} db */
  constructor(attempt, db) {
    this.id = attempt;
    this.db = db;
    /** @type {Attempt} */
    this.attempt = { attempt, ticket: "", device: newName(), handing: false, receipt: "", skew: 0 };
    /** @type {Map<string, Answer>} */
    this.answers = new Map();
  }

  /** Whether answers outlive the page. */
  get durable() {
    return this.db !== null;
  }

  /** @param {string} attempt @returns {Promise<Store>} */
  static async open(attempt) {
    try {
      const store = new Store(attempt, await open());
      await store.#read();
      return store;
    } catch {
      return new Store(attempt, null);
    }
  }

  /** Changes what is known of the attempt. @param {Partial<Attempt>} change */
  async note(change) {
    Object.assign(this.attempt, change);
    await this.#write((transaction) => transaction.objectStore("attempts").put(this.attempt));
  }

  /**
   * Changes one answer. The stored row is read in the same transaction, so that a second page cannot draw the same revision.
   * @param {string} item
   * @param {(before: Answer | undefined) => Answer | undefined} change  undefined leaves it as it is
   * @returns {Promise<Answer | undefined>} what stands now
   */
  async change(item, change) {
    let next;
    const kept = await this.#write(async (transaction) => {
      const rows = transaction.objectStore("answers");
      next = change((await answered(rows.get([this.id, item]))) ?? this.answers.get(item));
      if (next) rows.put({ ...next, kept: true });
    });
    if (!kept) next = change(this.answers.get(item));
    if (next) this.answers.set(item, { ...next, kept });
    return this.answers.get(item);
  }

  /** Removes the answers and the ticket; the receipt stays. */
  async forget() {
    this.answers.clear();
    Object.assign(this.attempt, { ticket: "", handing: false });
    await this.#write(async (transaction) => {
      transaction.objectStore("attempts").put(this.attempt);
      transaction.objectStore("answers").delete(this.#all());
    });
  }

  /** Other attempts that have answers on this device. @returns {Promise<string[]>} */
  async others() {
    if (!this.db) return [];
    const keys = await answered(this.db.transaction("answers").objectStore("answers").getAllKeys());
    return [...new Set(keys.map(([attempt]) => attempt))].filter((attempt) => attempt !== this.id);
  }

  #all() {
    return IDBKeyRange.bound([this.id], [this.id, []]);
  }

  async #read() {
    const transaction = this.db.transaction(["attempts", "answers"]);
    const [attempt, answers] = await Promise.all([
      answered(transaction.objectStore("attempts").get(this.id)),
      answered(transaction.objectStore("answers").getAll(this.#all())),
    ]);
    Object.assign(this.attempt, attempt);
    for (const answer of answers) this.answers.set(answer.item, answer);
  }

  /**
   * Runs work in one transaction; false when it could not be kept, and then nothing will be from here on: a full disk does not
   * empty itself during a test.
   * @param {(transaction: IDBTransaction) => unknown} work
   */
  async #write(work) {
    if (!this.db) return false;
    try {
      const transaction = this.db.transaction(["attempts", "answers"], "readwrite", strict);
      const done = committed(transaction);
      await Promise.all([work(transaction), done]);
      return true;
    } catch {
      this.db = null;
      return false;
    }
  }
}
