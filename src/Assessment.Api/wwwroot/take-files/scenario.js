// Walks through a scenario on the device: a turn cannot be taken back, and the next node is in the page already.

/** @param {HTMLElement} section @returns {HTMLElement[]} */
const nodes = (section) => [...section.querySelectorAll("fieldset.node")];

/** @param {HTMLElement} section @param {string} turn "node:choice:milliseconds" */
function next(section, turn) {
  const choice = section.querySelector(`input[name=value][value="${CSS.escape(turn.split(":").slice(0, 2).join(":"))}"]`);
  return nodes(section).find((node) => node.dataset.node === choice?.dataset.next);
}

/** Milliseconds when each scenario's node was shown, by the clock that no one can set. @type {WeakMap<HTMLElement, number>} */
const since = new WeakMap();

/** Starts the time of the node that is shown. @param {HTMLElement} section */
export const startTurn = (section) => since.set(section, performance.now());

/** Shows the node to which a path leads. @param {HTMLElement} section @param {string[] | null} path */
export function follow(section, path) {
  for (const old of section.querySelectorAll("input[name=path]")) old.remove();
  let at = nodes(section)[0];
  for (const turn of path ?? []) {
    const kept = Object.assign(document.createElement("input"), { type: "hidden", name: "path", value: turn });
    section.querySelector("form").append(kept);
    at = next(section, turn) ?? at;
  }
  for (const node of nodes(section)) {
    node.hidden = node !== at;
    for (const choice of node.querySelectorAll("input")) choice.checked = false;
  }
}

/**
 * Takes the choice of the node that is shown; false when none is checked.
 * @param {HTMLElement} section
 */
export function takeTurn(section) {
  const chosen = section.querySelector("fieldset.node:not([hidden]) input:checked");
  if (!chosen) return false;
  const milliseconds = Math.round(performance.now() - (since.get(section) ?? performance.now()));
  const path = [...section.querySelectorAll("input[name=path]")].map((kept) => kept.value);
  follow(section, [...path, `${chosen.value}:${Math.min(milliseconds, 86_400_000)}`]);
  startTurn(section);
  const legend = section.querySelector("fieldset.node:not([hidden]) legend");
  legend.tabIndex = -1;
  legend.focus();
  return true;
}
