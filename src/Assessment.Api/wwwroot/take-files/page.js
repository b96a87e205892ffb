// The test on the screen: one item at a time, what is said about it, and the notes at the foot. No words of its own.

import { wordsOf } from "./answers.js";

/** @typedef {import("./store.js").Answer} Answer */

/** @param {string} tag @param {Record<string, unknown>} properties @param {(Node | string)[]} children @returns {HTMLElement} */
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** @param {string} text @param {() => unknown} act @param {string} look */
export const button = (text, act, look = "button") => element("button", { type: "button", className: look, textContent: text, onclick: act });

/** The test page. */
export class Page extends EventTarget {
  /** @param {HTMLElement} root */
  constructor(root) {
    super();
    this.root = root;
    /** @type {Record<string, string>} */
    this.texts = JSON.parse(root.dataset.texts);
    /** @type {HTMLElement[]} */
    this.items = [...root.querySelectorAll("section.item")];
    this.review = document.getElementById("overview");
    this.screens = [...this.items, this.review];
    this.sum = element("p");
    this.review.querySelector("#review").before(this.sum);
    this.notes = element("div", { id: "notes" });
    this.notes.setAttribute("role", "status");
    this.notes.setAttribute("aria-atomic", "false");
    document.body.append(element("div", { className: "tray" }, document.getElementById("connection"), this.notes));
    addEventListener("popstate", () => this.#show(this.#asked() ?? this.items[0]));
    root.addEventListener("submit", (event) => {
      event.preventDefault();
      if (event.target instanceof HTMLElement && event.target.closest("section.item")) this.go("next");
    });
    root.addEventListener("click", (event) => this.#clicked(event));
  }

  /** A sentence of the page's language. @param {string} key @param {unknown[]} parts  what stands for {0}, {1} … */
  say(key, ...parts) {
    return parts.reduce((text, part, i) => text.replaceAll(`{${i}}`, String(part)), this.texts[key] ?? key);
  }

  /**
   * Shows the screen that the address asks for, else the first item without an answer.
   * @param {(item: HTMLElement) => boolean} answered @param {HTMLElement | undefined} place  where the participant is anyway
   */
  begin(answered, place) {
    this.root.classList.add("ready");
    this.#show(place ?? this.#asked() ?? this.items.find((item) => !answered(item)) ?? this.items[0], false);
  }

  /** @param {string} way  back, next, review, or the id of an item */
  go(way) {
    const at = this.screens.indexOf(this.current);
    const place = way === "review" ? this.review
      : way === "next" ? this.screens[Math.min(at + 1, this.screens.length - 1)]
        : way === "back" ? this.screens[Math.max(at - 1, 0)]
          : document.getElementById(way);
    if (place === this.current) return;
    history.pushState(null, "", `#${place.id}`);
    this.#show(place);
  }

  /** @param {string} item  identifier */
  section(item) {
    return this.items.find((section) => section.dataset.item === item);
  }

  /** Says where an answer is. @param {HTMLElement} section @param {Answer | undefined} answer @param {string} none  sentence while there is none */
  mark(section, answer, none = "notAnswered") {
    const isEmpty = !answer || (answer.state === "server" && answer.value === null);
    const state = isEmpty ? "none" : answer.state === "server" ? "server" : answer.kept ? "local" : "none";
    const line = section.querySelector(".saved");
    const text = this.say(isEmpty ? none : { server: "onServer", local: "savedHere", none: "notSaved" }[state]);
    line.dataset.state = state;
    if (line.textContent !== text) line.textContent = text;
  }

  /**
   * Shows a note at the foot, or takes it away. What stands there already is not said again.
   * @param {string} name @param {string} text  empty: away @param {HTMLElement[]} more
   */
  note(name, text, ...more) {
    const id = `note-${name}`;
    const there = document.getElementById(id);
    if (!text) return there?.remove();
    if (there?.dataset.text === text) return;
    there?.remove();
    const note = element("div", { id, className: "note warn" }, element("p", { textContent: text }), ...more);
    note.dataset.text = text;
    this.notes.append(note);
  }

  /** An answer is changing: what was said of the one before holds no longer. @param {HTMLElement} section */
  saving(section) {
    const line = section.querySelector(".saved");
    line.dataset.state = "none";
    line.textContent = this.say("saving");
  }

  /** What is wrong with an answer. @param {HTMLElement} section @param {string} text  empty: nothing */
  fault(section, text) {
    section.querySelector(".fault").replaceChildren(...(text ? [element("span", { role: "alert", textContent: text })] : []));
  }

  /** The time that is left, where it is limited; what to do for more stays beside it. @param {string} text */
  time(text) {
    const words = document.querySelector("#time p")?.firstChild;
    if (words && text) words.textContent = `${text} `;
  }

  /** The calm banner. @param {string} text  empty while all is well */
  connection(text) {
    const banner = document.getElementById("connection");
    banner.hidden = !text;
    if (banner.textContent !== text) banner.textContent = text;
  }

  /**
   * Lets the participant choose between the own answer and another device's.
   * @param {HTMLElement} section @param {{ here: Answer["value"], there: Answer["value"] }} answers
   * @param {() => unknown} useHere @param {() => unknown} keepThere
   */
  choose(section, answers, useHere, keepThere) {
    this.settle(section);
    const line = (key, value) => element("p", {}, `${this.say(key)}: `, element("strong", { textContent: value === null ? this.say("notAnswered") : wordsOf(section, value) }));
    const note = element("div", { className: "note warn stale" },
      element("p", {}, element("strong", { textContent: this.say("twoAnswers") })),
      element("p", { textContent: this.say("twoAnswersHint") }),
      line("answerOnServer", answers.there),
      line("answerHere", answers.here),
      element("div", { className: "row" }, button(this.say("keepServerAnswer"), keepThere), button(this.say("useThisAnswer"), useHere, "button quiet")));
    note.setAttribute("role", "alert");
    section.querySelector(".saved").before(note);
  }

  /** @param {HTMLElement} section */
  settle(section) {
    section.querySelector(".stale")?.remove();
  }

  /** Writes into the overview what has become of each item, and above it in sum. @param {(item: HTMLElement) => Answer | undefined} answerOf */
  list(answerOf) {
    const open = this.items.filter((item) => (answerOf(item)?.value ?? null) === null).length;
    const waiting = this.items.filter((item) => (answerOf(item)?.state ?? "server") !== "server").length;
    this.sum.textContent = [open ? this.say("openQuestions", open) : this.say("allAnswered"), waiting ? this.say("waiting", waiting) : ""].join(" ");
    for (const line of this.review.querySelectorAll("#review > [data-item]")) {
      const answer = answerOf(this.section(line.dataset.item));
      const isEmpty = (answer?.value ?? null) === null;
      const isThere = !answer || answer.state === "server";
      const state = line.querySelector(".saved");
      state.dataset.state = !isThere ? "local" : isEmpty ? "none" : "server";
      state.textContent = [this.say(isEmpty ? "notAnswered" : "answered"), ...(isThere ? [] : [this.say("notOnServer")])].join(" · ");
    }
  }

  /** The last screen. @param {string} code */
  receipt(code) {
    if (document.getElementById("receipt")) return;
    for (const screen of this.screens) screen.remove();
    document.getElementById("time")?.remove();
    const heading = element("h2", { tabIndex: -1, textContent: this.say("receiptTitle") });
    this.root.append(element("section", { id: "receipt" },
      heading,
      element("div", { className: "note ok" },
        element("p", { textContent: this.say("handedIn") }),
        element("p", {}, `${this.say("receiptCode")} `, element("strong", { className: "code", id: "receipt-code", textContent: code }))),
      element("p", { textContent: this.say("receiptHint") }),
      element("p", {}, element("a", { href: "/take/receipt", textContent: this.say("receiptMore") }))));
    history.replaceState(null, "", location.pathname);
    heading.focus();
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const target = event.target instanceof Element ? event.target : null;
    const way = target?.closest("[data-go]")?.getAttribute("data-go");
    const line = target?.closest("#review a") && target.closest("[data-item]");
    if (!way && !line) return;
    event.preventDefault();
    if (line) this.go(this.section(line.getAttribute("data-item")).id);
    else if (way === "turn" || way === "clear") this.dispatchEvent(new CustomEvent("asked", { detail: way }));
    else this.go(way);
  }

  #asked() {
    return this.screens.find((screen) => `#${screen.id}` === location.hash);
  }

  /** @param {HTMLElement} place @param {boolean} focus */
  #show(place, focus = true) {
    const left = this.current;
    this.current = place;
    for (const screen of this.screens) screen.hidden = screen !== place;
    if (focus) {
      scrollTo(0, 0);
      const heading = place.querySelector("h1, h2") ?? place;
      heading.tabIndex = -1;
      heading.focus();
    }
    this.dispatchEvent(new CustomEvent("moved", { detail: left }));
  }
}

