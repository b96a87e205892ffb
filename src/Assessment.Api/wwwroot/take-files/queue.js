// The answers that the server does not have yet, and when to send them.

/** @typedef {import("./store.js").Answer} Answer */

const first = 1000, longest = 30_000, typing = 3000;
const mostBytes = 48 * 1024, mostAnswers = 100;

/** Codes that stand for the whole attempt; the trainer can lift them. */
export const closed = new Set(["time-expired", "administration-closed", "already-submitted"]);

/** Full jitter (Brooker 2015): a class whose Wi-Fi comes back does not call all at once. @param {number} failures @param {number} random 0 to 1 */
export const delayAfter = (failures, random) => random * Math.min(longest, first * 2 ** (failures - 1));

/** The first answers that fit one request; one at least. @param {Answer[]} waiting @returns {Answer[]} */
export function batchOf(waiting) {
  let bytes = 0;
  const fits = waiting.slice(0, mostAnswers).findIndex((answer, i) => {
    bytes += new TextEncoder().encode(JSON.stringify(answer.value)).length + 200;
    return i > 0 && bytes > mostBytes;
  });
  return waiting.slice(0, fits < 0 ? mostAnswers : fits);
}

/**
 * What the acknowledgement of a sent answer makes of the kept one. One that was changed since stays waiting. Only the
 * acknowledgement of its own revision puts an answer on the server.
 * @param {Answer} kept @param {Answer} sent @param {{ state: string, revision: number, code: string | null }} reply @returns {Answer}
 */
export function acknowledge(kept, sent, reply) {
  const same = kept.revision === sent.revision;
  if (reply.state === "saved" && reply.revision === sent.revision) {
    return { ...kept, seen: Math.max(kept.seen, reply.revision), state: same ? "server" : kept.state };
  }
  if (!same || closed.has(reply.code ?? "")) return kept;
  return reply.state === "superseded" || reply.code === "stale-revision"
    ? { ...kept, state: "stale" }
    : { ...kept, state: "refused", code: reply.code ?? "" };
}

/** Sends what waits, one request at a time, and again until the server has said that it has it. */
export class Queue extends EventTarget {
  #open = new AbortController();
  #failures = 0;
  #timer = 0;
  /** @type {Promise<void> | null} */
  #sending = null;

  /** @param {import("./store.js").Store} store @param {import("./server.js").Server} server */
  constructor(store, server) {
    super();
    this.store = store;
    this.server = server;
    /** Why nothing goes out: "", "offline", "away" (the server cannot), "ticket", or the code of a refusal. */
    this.trouble = "";
    const { signal } = this.#open;
    addEventListener("online", () => this.flush(), { signal });
    addEventListener("offline", () => this.#set("offline"), { signal });
    document.addEventListener("visibilitychange", () => this.flush(), { signal });
  }

  /** Sends nothing any more. */
  stop() {
    this.#open.abort();
    clearTimeout(this.#timer);
  }

  /** Answers that the server does not have, whatever the reason. */
  get unsent() {
    return [...this.store.answers.values()].filter((answer) => answer.state !== "server");
  }

  /**
   * Keeps an answer, then sends it.
   * @param {string} item @param {Answer["value"]} value
   * @param {boolean} whole  false while somebody is typing: it is kept at once and sent a little later
   */
  async put(item, value, whole = true) {
    const answer = await this.store.change(item, (before) => JSON.stringify(before?.value ?? null) === JSON.stringify(value) && before?.state !== "stale"
      ? undefined
      : {
        attempt: this.store.id,
        item,
        value,
        revision: Math.max(before?.revision ?? 0, before?.seen ?? 0) + 1,
        seen: before?.seen ?? 0,
        state: "waiting",
        kept: false,
      });
    this.#tell(item);
    if (answer?.state === "waiting" && this.#failures === 0 && (whole || this.#timer === 0)) this.#later(whole ? 0 : typing);
  }

  /** Sends an answer again that the server has lost: it was restored from a copy. @param {string} item */
  async again(item) {
    await this.store.change(item, (before) => before && { ...before, state: "waiting" });
  }

  /** Keeps what the server has for an item, as loaded. @param {string} item @param {Answer["value"]} value @param {number} revision */
  async load(item, value, revision) {
    await this.store.change(item, () => ({ attempt: this.store.id, item, value, revision, seen: revision, state: "server", kept: false }));
    this.#tell(item);
  }

  /** The participant keeps the own answer although another one stands on the server. @param {string} item @param {number} seen  the revision shown */
  async insist(item, seen) {
    await this.store.change(item, (before) => before && { ...before, revision: Math.max(before.revision, seen) + 1, seen, state: "waiting" });
    this.#tell(item);
    await this.flush();
  }

  /** Sends now; resolves when nothing waits or something stands in the way. */
  flush() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#sending ??= this.#send().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  }

  async #send() {
    for (let batch; (batch = batchOf(this.unsent.filter((answer) => answer.state === "waiting"))).length > 0;) {
      const reply = await this.server.save(batch);
      if (reply.status !== 200) return this.#fail(troubleOf(reply.status), reply.wait);
      for (const [i, said] of reply.body.answers.entries()) {
        await this.store.change(batch[i].item, (kept) => kept && acknowledge(kept, batch[i], said));
        this.#tell(batch[i].item);
      }
      const no = reply.body.answers.find((said) => closed.has(said.code));
      if (no) return this.#fail(no.code, longest);
    }
    this.#failures = 0;
    this.#set("");
  }

  /** @param {string} trouble @param {number} wait */
  #fail(trouble, wait) {
    this.#failures++;
    this.#set(trouble);
    if (trouble !== "ticket") this.#later(wait + delayAfter(this.#failures, Math.random()));
  }

  /** @param {number} ms */
  #later(ms) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), ms);
  }

  /** @param {string} trouble */
  #set(trouble) {
    this.trouble = trouble;
    this.dispatchEvent(new Event("trouble"));
  }

  /** @param {string} item */
  #tell(item) {
    this.dispatchEvent(new CustomEvent("answer", { detail: item }));
  }
}

/** @param {number} status */
export const troubleOf = (status) =>
  status === 0 ? "offline" : status === 401 || status === 404 ? "ticket" : "away";
