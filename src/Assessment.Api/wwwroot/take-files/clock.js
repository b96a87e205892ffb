// How much time is left, by the server's clock: a device's own clock may be wrong by hours.

/** Minutes before the end at which the participant is told. */
export const warnings = [5, 1];

/** Whole minutes left, rounded up; 0 when time is up. @param {number} ends @param {number} now  milliseconds */
export const minutesLeft = (ends, now) => Math.max(0, Math.ceil((ends - now) / 60_000));

/**
 * Milliseconds until the number of minutes left changes.
 * @param {number} ends @param {number} now
 */
export const untilNext = (ends, now) => Math.max(0, ends - now) % 60_000 || 60_000;

/** Tells each minute that is left. Where nothing limits the time it stays quiet. */
export class Clock extends EventTarget {
  #timer = 0;

  /** @param {number} skew  server's clock minus the device's, milliseconds */
  constructor(skew) {
    super();
    this.skew = skew;
    this.left = Infinity;
  }

  /** @param {string | null} ends  ISO 8601; empty without a limit */
  set(ends) {
    this.ends = ends ? Date.parse(ends) : NaN;
    this.#tick();
  }

  #tick() {
    clearTimeout(this.#timer);
    const now = Date.now() + this.skew;
    const before = this.left;
    this.left = Number.isNaN(this.ends) ? Infinity : minutesLeft(this.ends, now);
    if (this.left !== before) this.dispatchEvent(new Event("minute"));
    if (this.left > 0 && this.left < Infinity) this.#timer = setTimeout(() => this.#tick(), untilNext(this.ends, now));
  }
}
