// From the controls of an item to the JSON value that the server takes, and back. The rule per type is at the head of Item.cshtml.

/** @typedef {import("./store.js").Answer["value"]} Value */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

/** Types whose value is a list of words. */
const lists = new Set(["multiple-choice", "ordering", "matching", "inline-choice", "scenario"]);

/** A judgement with data-respond has one word per option or pick. @param {HTMLElement} section */
const isList = (section) => lists.has(section.dataset.type) || Boolean(section.dataset.respond);

/** Types whose value is typed, letter by letter. */
export const typed = new Set(["numeric", "short-text", "constructed-response"]);

/** @param {HTMLElement} section @returns {Control[]} */
const controls = (section) => [...section.querySelectorAll(section.dataset.type === "scenario" ? "[name=path]" : "[name=value]")];

/** @param {Control} control */
const isBox = (control) => control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox");

/** @param {HTMLElement} section */
const words = (section) => controls(section)
  .filter((control) => !isBox(control) || control.checked)
  .map((control) => control.value.replaceAll("\0", ""))
  .filter((word) => word.trim());

/** @param {HTMLElement} section @param {string[]} said @returns {Value} */
const valueFrom = (section, said) => said.length === 0 ? null : isList(section) ? said : said[0];

/** The options by place; undefined unless every place from 1 on is given once. @param {string[]} said "place:option" @param {number} places */
export function inOrder(said, places) {
  const ordered = said.map((word) => word.split(":")).sort((a, b) => a[0] - b[0]);
  return ordered.length === places && ordered.every(([place], i) => Number(place) === i + 1) ? ordered.map(([, option]) => option) : undefined;
}

/** Whether there is at most one best and one worst. @param {string[]} said "best:option" */
const isOneOfEach = (said) => new Set(said.map((word) => word.split(":")[0])).size === said.length;

/**
 * The value of an item as its controls stand: null when it is not answered, undefined when the answer is not whole.
 * @param {HTMLElement} section @returns {Value | undefined}
 */
export function valueOf(section) {
  const said = words(section);
  if (section.dataset.type === "ordering" && said.length > 0) return inOrder(said, controls(section).length);
  if (section.dataset.respond === "best-and-worst" && !isOneOfEach(said)) return undefined;
  return valueFrom(section, said);
}

/** Sentence for an answer that is not whole. @param {HTMLElement} section */
export const notWhole = (section) => section.dataset.type === "ordering" ? "givePlacesWhole" : "pickOneOfEach";

/** A value as the server stores it. @param {HTMLElement} section @param {string | null} stored @returns {Value} */
export const parsed = (section, stored) => stored ? valueFrom(section, isList(section) ? stored.split("|") : [stored]) : null;

/** Values of the controls that show a value. @param {string} type @param {Value} value @returns {string[]} */
const shown = (type, value) => [value ?? []].flat().map((word, i) => type === "ordering" ? `${i + 1}:${word}` : word);

/** Puts a value into the controls. @param {HTMLElement} section @param {Value} value */
export function show(section, value) {
  const said = shown(section.dataset.type, value);
  for (const control of controls(section)) {
    if (isBox(control)) control.checked = said.includes(control.value);
    else if (control instanceof HTMLSelectElement) control.value = [...control.options].find((option) => option.value && said.includes(option.value))?.value ?? "";
    else control.value = said[0] ?? "";
  }
}

/** A value as the participant reads it on the page: the texts of what was chosen. @param {HTMLElement} section @param {Value} value */
export function wordsOf(section, value) {
  const texts = new Map();
  for (const option of section.querySelectorAll("option[value]")) {
    const label = option.closest("select").labels?.[0]?.textContent;
    texts.set(option.value, label ? `${label.trim()}: ${option.text}` : option.text);
  }
  for (const box of section.querySelectorAll("label > input[name=value]")) texts.set(box.value, box.parentElement.textContent.trim());
  return shown(section.dataset.type, value).map((word) => texts.get(word) ?? texts.get(word.split(":").slice(0, 2).join(":")) ?? word).join("; ");
}
