// Live tiles of a room and the check of this computer's clock. Every word stands in the page or comes from the server.
"use strict";

const tiles = document.querySelector("[data-feed]");
if (tiles && "EventSource" in window) {
  const lost = document.getElementById("feed-lost");
  const summary = document.getElementById("summary");
  const feed = new EventSource(tiles.dataset.feed);
  feed.addEventListener("open", () => { if (lost) lost.hidden = true; });
  feed.addEventListener("error", () => { if (lost) lost.hidden = false; });
  feed.addEventListener("room", event => {
    const news = JSON.parse(event.data);
    if (summary.textContent !== news.summary) summary.textContent = news.summary;
    news.tiles.forEach(show);
  });
  window.addEventListener("pagehide", () => feed.close());
}

function show(tile) {
  const seat = document.getElementById("seat-" + tile.number);
  if (!seat) return;
  seat.dataset.state = tile.state;
  seat.dataset.timed = tile.ends ? "true" : "false";
  for (const field of seat.querySelectorAll("[data-field]")) {
    const value = tile[field.dataset.field];
    if (field instanceof HTMLInputElement) field.value = value;
    else if (field.textContent !== value) field.textContent = value;
  }
}

const clock = document.getElementById("clock");
if (clock) {
  const took = performance.getEntriesByType("navigation")[0]?.responseEnd ?? performance.now();
  const apart = Math.abs(performance.timeOrigin + took - Date.parse(clock.dataset.server)) / 60000;
  clock.classList.toggle("warn", apart >= 1);
  clock.querySelector(apart < 1 ? "[data-clock=near]" : "[data-clock=far]").hidden = false;
  clock.querySelector("[data-minutes]").textContent = String(Math.round(apart));
}
