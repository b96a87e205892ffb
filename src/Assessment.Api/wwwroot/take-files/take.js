// The test page: keeps every answer on the device before it says so, and goes on without a network to the end.

import { alone } from "./alone.js";
import { notWhole, parsed, show, typed, valueOf } from "./answers.js";
import { Clock, warnings } from "./clock.js";
import { canHandOver, download, sealed } from "./handover.js";
import { forgetPage, keepPage } from "./kept.js";
import { sendLeftovers } from "./leftovers.js";
import { keepLook } from "./look.js";
import { button, element, Page } from "./page.js";
import { sayHere } from "./presence.js";
import { closed, delayAfter, Queue, troubleOf } from "./queue.js";
import { follow, startTurn, takeTurn } from "./scenario.js";
import { Server } from "./server.js";
import { Store } from "./store.js";

const pause = 400, moment = 4000;

/** One attempt on the screen. */
class Test {
  /** @param {HTMLElement} root @param {Page} page @param {Store} store @param {boolean} waited  another page had the attempt meanwhile */
  constructor(root, page, store, waited) {
    this.root = root;
    this.fresh = Boolean(root.dataset.now) && !waited;
    this.page = page;
    this.store = store;
    this.server = new Server(store);
    this.queue = new Queue(store, this.server);
    this.handIns = 0;
    this.typing = new Map();
  }

  /** @param {HTMLElement} section */
  answerOf(section) {
    return this.store.answers.get(section.dataset.item);
  }

  async start() {
    await this.#recall();
    if (this.store.attempt.receipt) return this.#done(this.store.attempt.receipt);
    for (const section of this.page.items) await this.#meet(section);
    this.#listen();
    this.quiet = sayHere(this.server, Number(this.root.dataset.presence));
    this.clock = new Clock(this.store.attempt.skew);
    this.clock.addEventListener("minute", () => this.#minute());
    this.clock.set(this.root.dataset.ends);
    this.page.begin((section) => (this.answerOf(section)?.value ?? null) !== null, this.store.attempt.handing ? this.page.review : this.early);
    this.page.list((section) => this.answerOf(section));
    for (const answer of this.queue.unsent) this.#answered(answer.item);
    if (this.store.attempt.handing) this.#handIn();
    else this.queue.flush();
    if (!this.fresh) this.#ask();
    await this.#tellWhatSurvives();
    await sendLeftovers(this.store);
  }

  /** What the page brings counts when the server has just sent it; else what the device remembers. */
  async #recall() {
    const { ticket, now, submitted } = this.root.dataset;
    if (this.fresh) await this.store.note({ ticket, skew: Date.parse(now) - Date.now(), ...(submitted === "false" && { receipt: "" }) });
    else if (!this.store.attempt.ticket && !this.store.attempt.receipt) await this.store.note({ ticket });
  }

  /** Brings together what the server sent, what the device kept, and what was entered before this script came. @param {HTMLElement} section */
  async #meet(section) {
    const revision = Number(section.dataset.revision ?? 0);
    const early = valueOf(section);
    section.querySelector("form").reset();
    const value = valueOf(section);
    const answer = this.answerOf(section);
    if (answer && (answer.state !== "server" || answer.revision >= revision)) {
      this.#show(section, answer.value);
      if (this.fresh && answer.state === "server" && answer.revision > revision) await this.queue.again(section.dataset.item);
    } else if (revision > 0) {
      await this.queue.load(section.dataset.item, value, revision);
    }
    if (early !== undefined && JSON.stringify(early) !== JSON.stringify(value)) {
      this.early = section;
      show(section, early);
      await this.queue.put(section.dataset.item, early);
    }
    this.page.mark(section, this.answerOf(section));
  }

  /** @param {HTMLElement} section @param {import("./store.js").Answer["value"]} value */
  #show(section, value) {
    if (section.dataset.type === "scenario") follow(section, value);
    else show(section, value);
  }

  #listen() {
    const { page, queue } = this;
    page.root.addEventListener("input", (event) => this.#changed(event.target));
    page.root.addEventListener("change", (event) => this.#changed(event.target, true));
    page.addEventListener("asked", (event) => this.#asked(event.detail));
    page.addEventListener("moved", (event) => {
      if (event.detail) this.#finish(event.detail);
      startTurn(page.current);
      if (page.current !== page.review && this.store.attempt.handing) this.store.note({ handing: false });
      this.#tellHandIn("");
    });
    addEventListener("pagehide", () => page.current && this.#finish(page.current));
    document.addEventListener("visibilitychange", () => page.current && this.#finish(page.current));
    addEventListener("beforeunload", (event) => {
      if (!this.store.durable && queue.unsent.length > 0) event.preventDefault();
    });
    queue.addEventListener("answer", (event) => this.#answered(event.detail));
    queue.addEventListener("trouble", () => this.#troubled());
    keepLook(async () => {
      this.#finish(page.current);
      await queue.flush();
      return queue.trouble !== "offline";
    }, () => page.note("look", page.say("needsConnection")));
    page.root.querySelector("#hand-in").addEventListener("click", (event) => {
      event.preventDefault();
      this.#handIn();
    });
  }

  /** @param {EventTarget} control @param {boolean} done  the control says that its value is whole */
  #changed(control, done = false) {
    const section = control instanceof Element && control.closest("section.item");
    if (!(section instanceof HTMLElement) || control.getAttribute("name") !== "value" || section.dataset.type === "scenario") return;
    this.page.saving(section);
    if (!typed.has(section.dataset.type) || done) return this.#finish(section, true);
    clearTimeout(this.typing.get(section));
    this.typing.set(section, setTimeout(() => this.#put(section, false), pause));
  }

  /** A button within an item. @param {string} way  turn or clear */
  #asked(way) {
    const section = this.page.current;
    if (way === "turn" && !takeTurn(section)) return;
    if (way === "clear") show(section, null);
    this.page.saving(section);
    this.#put(section, true);
  }

  /** Keeps what is still being typed. @param {HTMLElement} section @param {boolean} always */
  #finish(section, always = false) {
    if (this.typing.has(section)) clearTimeout(this.typing.get(section));
    if (this.typing.delete(section) || always) this.#put(section, true);
  }

  /** @param {HTMLElement} section @param {boolean} whole */
  #put(section, whole) {
    const value = valueOf(section);
    this.page.settle(section);
    if (value === undefined) this.page.mark(section, undefined, notWhole(section));
    else this.queue.put(section.dataset.item, value, whole);
  }

  /** @param {string} item */
  #answered(item) {
    const section = this.page.section(item);
    const answer = this.store.answers.get(item);
    if (!section) return;
    this.page.mark(section, answer);
    this.page.list((one) => this.answerOf(one));
    const isRefused = answer?.state === "refused";
    this.page.fault(section, isRefused ? this.page.say(section.dataset.type === "numeric" ? "invalidNumber" : "response-invalid") : "");
    if (answer?.state === "stale") this.#settleStale();
    if (!this.store.durable) this.#tellWhatSurvives();
  }

  /** Shows the other device's answers beside the own ones. */
  async #settleStale() {
    const reply = await this.server.show();
    if (reply.status !== 200) return;
    for (const answer of this.queue.unsent.filter((one) => one.state === "stale")) {
      const section = this.page.section(answer.item);
      const other = reply.body.responses.find((one) => one.item === answer.item);
      const value = parsed(section, other?.value ?? null);
      const revision = other?.revision ?? 0;
      const done = () => this.page.settle(section);
      this.page.choose(section, { here: answer.value, there: value }, async () => {
        done();
        await this.queue.insist(answer.item, revision);
      }, async () => {
        done();
        this.#show(section, value);
        await this.queue.load(answer.item, value, revision);
      });
    }
  }

  /** What stands in the way, in a sentence. */
  #troubled() {
    const { page, queue } = this;
    const { trouble } = queue;
    const calm = trouble === "offline" || trouble === "away";
    if (calm) page.connection(page.say(this.store.durable ? { offline: "connectionLost", away: "serverAway" }[trouble] : "lostOpen"));
    else if (this.calm) this.#tellBack();
    this.calm = calm;
    page.note("closed", closed.has(trouble) ? page.say(trouble) : "", ...this.#wayOut());
    if (trouble === "ticket") this.#askForTicket();
    else page.note("ticket", "");
    if (closed.has(trouble)) this.#ask();
    if (trouble === "" && this.store.attempt.handing) this.#handIn();
    if (trouble !== "" && this.store.attempt.handing) this.#tellHandIn("handInWaits");
  }

  /** The banner says for a moment that all is well again. */
  #tellBack() {
    this.page.connection(this.queue.trouble === "" ? this.page.say("connectionBack") : "");
    clearTimeout(this.backTimer);
    this.backTimer = setTimeout(() => this.calm || this.page.connection(""), moment);
  }

  /** The button for the sealed file, while answers are here that the server does not have. */
  #wayOut() {
    const key = this.root.dataset.handoverKey;
    if (!key || !canHandOver() || this.queue.unsent.length === 0) return [];
    return [
      button(this.page.say("saveFile"), async () => download(await sealed(key, this.store), `${this.store.id}.answers`), "button quiet small"),
      element("p", { className: "hint", textContent: this.page.say("saveFileHint") }),
    ];
  }

  #askForTicket() {
    const { page } = this;
    const [code, token] = ["moveCode", "token"].map((name) => element("input", { id: name, name, required: true, autocomplete: "off", autocapitalize: "characters" }));
    const fault = element("p", { className: "fault", role: "alert" }, element("span"));
    const form = element("form", { className: "stack narrow" },
      ...[code, token].map((input) => element("div", { className: "field" }, element("label", { htmlFor: input.id, textContent: page.say(input.id) }), input)),
      fault,
      element("button", { className: "button", textContent: page.say("goOn") }));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const reply = await this.server.enter(code.value, token.value);
      if (reply.status !== 200 || reply.body.attemptId !== this.store.id) {
        fault.firstElementChild.textContent = page.say(reply.status === 0 ? "connectionLost" : reply.status === 200 ? "otherAttempt" : "move-code-unknown");
        return;
      }
      await this.store.note({ ticket: reply.body.ticket });
      await this.queue.flush();
    });
    page.note("ticket", page.say("ticket"), form, ...this.#wayOut());
  }

  /** Asks the server how the attempt stands: more time, or handed in elsewhere. */
  async #ask() {
    const reply = await this.server.show();
    if (reply.status !== 200) return;
    if (reply.body.submitted) return this.#done(reply.body.receipt);
    this.clock.set(reply.body.endsAt);
  }

  #minute() {
    const { page, clock } = this;
    const { left } = clock;
    page.root.toggleAttribute("data-over", left === 0);
    for (const item of page.items) item.inert = left === 0;
    if (left > 0) this.polling = clearInterval(this.polling);
    page.time(left < Infinity ? page.say("minutesLeft", left) : "");
    page.note("time", left === 0 ? page.say("timeIsUp") : left === 1 ? page.say("lastMinute") : warnings.includes(left) ? page.say("minutesLeft", left) : "");
    if (left === 0) {
      this.queue.flush();
      page.go("review");
    }
    if (warnings.includes(left) || left === 0) this.#ask();
    if (left === 0) this.polling ??= setInterval(() => this.#ask(), 30_000);
  }

  async #handIn() {
    if (this.handing) return;
    this.handing = true;
    try {
      if (this.page.current !== this.page.review) this.page.go("review");
      await this.store.note({ handing: true });
      this.#tellHandIn("handingIn");
      await this.queue.flush();
      if (this.queue.unsent.length > 0) return this.#tellHandIn("handInWaits");
      const reply = await this.server.submit();
      if (reply.status === 200) return await this.#done(reply.body.code);
      if (reply.status === 409) {
        this.page.note("closed", this.page.say(reply.body.code));
        await this.store.note({ handing: false });
        this.#tellHandIn("");
        return await this.#ask();
      }
      if (troubleOf(reply.status) === "ticket") this.#askForTicket();
      this.#tellHandIn("handInWaits");
      setTimeout(() => this.store.attempt.handing && this.#handIn(), reply.wait + delayAfter(++this.handIns, Math.random()));
    } finally {
      this.handing = false;
    }
  }

  /** @param {string} key  empty: nothing to say */
  #tellHandIn(key) {
    const { page, queue } = this;
    const undecided = queue.unsent.find((answer) => answer.state === "stale" || answer.state === "refused");
    if (key === "handInWaits" && undecided) {
      page.note("hand-in", page.say("handInDecide"), button(page.say("goThere"), () => page.go(page.section(undecided.item).id), "button small"));
    } else {
      page.note("hand-in", key && page.say(key, queue.unsent.length), ...(key === "handInWaits" ? this.#wayOut() : []));
    }
  }

  /**
   * All is in: the receipt is shown and kept, and what could show the answers is taken off this device. A page that is opened
   * again ends what one closed in between left undone.
   * @param {string} receipt
   */
  async #done(receipt) {
    this.quiet?.();
    await this.store.note({ receipt });
    this.page.notes.replaceChildren();
    this.page.connection("");
    this.page.receipt(receipt);
    const lost = this.queue.unsent.length;
    if (lost > 0) {
      this.page.note("closed", this.page.say("tooLate", lost), ...this.#wayOut());
      return;
    }
    await this.store.forget();
    await forgetPage();
  }

  /** Says what this page survives, once it is known; until the participant has read it. */
  async #tellWhatSurvives() {
    const key = !this.store.durable ? "survivesNothing" : await keepPage() ? "" : "survivesOpen";
    if (this.read === key || this.store.attempt.receipt) return;
    this.page.note("survives", key && this.page.say(key), button(this.page.say("understood"), () => {
      this.read = key;
      this.page.note("survives", "");
    }, "button quiet small"));
  }
}

const root = document.getElementById("test");
if (root) {
  const page = new Page(root);
  const waited = await alone(root.dataset.attempt, () => {
    root.inert = true;
    page.note("other", page.say("otherPage"));
  });
  root.inert = false;
  page.note("other", "");
  await new Test(root, page, await Store.open(root.dataset.attempt), waited).start();
}
