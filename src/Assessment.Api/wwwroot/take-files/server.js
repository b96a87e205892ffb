// What the page asks of the server. Nothing here throws: no network is status 0.

/** @typedef {{ status: number, body: any, wait: number }} Reply  wait: milliseconds that the server asks to be left alone */

const patience = 20_000;

/** @param {string} method @param {string} path @param {string} ticket @param {unknown} [body] @returns {Promise<Reply>} */
async function call(method, path, ticket, body) {
  try {
    const response = await fetch(path, {
      method,
      headers: { ...(ticket && { Authorization: `Ticket ${ticket}` }), ...(body !== undefined && { "Content-Type": "application/json" }) },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout?.(patience),
      cache: "no-store",
      credentials: "omit",
    });
    const isJson = response.headers.get("Content-Type")?.includes("json");
    const wait = 1000 * (Number(response.headers.get("Retry-After")) || 0);
    return { status: response.status, body: isJson ? await response.json() : null, wait };
  } catch {
    return { status: 0, body: null, wait: 0 };
  }
}

/** The server as the holder of one attempt's ticket sees it. */
export class Server {
  /** @param {import("./store.js").Store} store */
  constructor(store) {
    this.store = store;
    /** When the server last heard an answer or a sign of life; the page itself just came from it. */
    this.heard = Date.now();
  }

  get #address() {
    return `/api/attempts/${this.store.id}`;
  }

  get #ticket() {
    return this.store.attempt.ticket;
  }

  /** @param {import("./store.js").Answer[]} answers */
  async save(answers) {
    const sent = answers.map(({ item, value, revision, seen }) => ({ item, value, revision, seen }));
    return this.#told(await call("PUT", `${this.#address}/responses`, this.#ticket, { answers: sent, device: this.store.attempt.device }));
  }

  /** The page is open. */
  async here() {
    return this.#told(await call("POST", `${this.#address}/here`, this.#ticket));
  }

  /** @param {Reply} reply */
  #told(reply) {
    if (reply.status === 200 || reply.status === 204) this.heard = Date.now();
    return reply;
  }

  submit() {
    return call("POST", `${this.#address}/submit`, this.#ticket, {});
  }

  /** What the server has. */
  show() {
    return call("GET", this.#address, this.#ticket);
  }

  /** A new ticket for who knows the move code and the person's token. @param {string} moveCode @param {string} token */
  enter(moveCode, token) {
    return call("POST", "/api/attempts/continue", "", { moveCode, token });
  }
}
