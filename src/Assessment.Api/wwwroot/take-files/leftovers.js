// A device that goes from hand to hand: what others left unsent is sent, and what is on the server is taken off the device.

import { Queue } from "./queue.js";
import { Server } from "./server.js";
import { Store } from "./store.js";

/** @param {Store} store  the attempt that is open now */
export async function sendLeftovers(store) {
  for (const id of await store.others()) {
    await navigator.locks?.request(`assessment-take-${id}`, { ifAvailable: true }, async (lock) => {
      if (!lock) return;
      const other = await Store.open(id);
      const queue = new Queue(other, new Server(other));
      await queue.flush();
      if (queue.unsent.length === 0) await other.forget();
      queue.stop();
    });
  }
}
