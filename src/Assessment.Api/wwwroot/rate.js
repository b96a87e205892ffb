/*
 * Raters' pages; hand-written, no build step, no word of its own. Without it every page works by its buttons.
 * form[data-draft]: what is chosen and not saved is kept in this tab, under that name, until a page says that it was saved.
 * form[data-save]:  a criterion is saved when the rater goes on to another one. Not at each change: the arrow keys walk a
 *                   radio group through levels that nobody means.
 */
"use strict";
(() => {
  const sent = "assessment-sent";
  if (document.querySelector("[data-saved]")) {
    sessionStorage.removeItem(sessionStorage.getItem(sent) ?? "");
    sessionStorage.removeItem(sent);
  }

  const form = document.querySelector("form[data-draft]");
  if (!form) return;
  const draft = form.dataset.draft;
  const shown = document.getElementById("state");
  const fields = () => [...form.elements].filter(field => field.name && field.type !== "hidden" && field.type !== "submit");
  const valueOf = name => fields().find(field => field.name === name && (field.type !== "radio" || field.checked))?.value;
  const atFirst = new Map(fields().map(field => [field.name, valueOf(field.name)]));
  const pending = new Set();
  let saving = Promise.resolve();

  const keep = () => {
    const values = [...pending].map(name => [name, valueOf(name)]);
    if (values.length > 0) sessionStorage.setItem(draft, JSON.stringify(values));
    else sessionStorage.removeItem(draft);
  };

  const say = (name, text) => {
    const state = fields().find(field => field.name === name)?.closest("fieldset")?.querySelector("[data-state]");
    if (state) state.textContent = text;
  };

  const choose = name => {
    pending.add(name);
    say(name, form.dataset.textKept);
    keep();
  };

  const restore = () => {
    const refused = document.querySelector(".note.bad");
    for (const [name, value] of JSON.parse(sessionStorage.getItem(draft) ?? "[]")) {
      for (const field of fields().filter(field => field.name === name)) {
        if (field.type === "radio") field.checked = field.value === value;
        else field.value = value;
      }
      if (refused || valueOf(name) !== atFirst.get(name)) choose(name);
    }
    keep();
    if (pending.size > 0) shown.textContent = form.dataset.textBack;
  };

  const post = async names => {
    const body = new FormData(form);
    for (const name of new Set([...body.keys()].filter(key => key.startsWith("level-")))) {
      if (!names.includes(name)) body.delete(name);
    }
    const values = new Map(names.map(name => [name, valueOf(name)]));
    try {
      const answer = await fetch(form.dataset.save, { method: "POST", body, keepalive: true, headers: { "X-Requested-With": "XMLHttpRequest" } });
      form.querySelector("[data-signed-out]").hidden = answer.status !== 401;
      if (answer.ok) {
        for (const name of names.filter(name => valueOf(name) === values.get(name))) {
          pending.delete(name);
          say(name, form.dataset.textSaved);
        }
        keep();
      }
      const json = answer.headers.get("content-type")?.includes("json");
      shown.textContent = (json && (await answer.json()).text) || form.dataset.textFailed;
    } catch {
      shown.textContent = form.dataset.textFailed;
    }
  };

  /** Saves the criteria that were left; the one at hand waits. */
  const saveExcept = name => {
    const left = [...pending].filter(one => one !== name && one.startsWith("level-"));
    if (form.dataset.save && left.length > 0) saving = saving.then(() => post(left));
  };

  form.addEventListener("input", event => {
    choose(event.target.name);
    if (event.target.type === "radio") saveExcept(event.target.name);
  });
  form.addEventListener("focusout", event => {
    const group = event.target.closest("[data-group]");
    if (group && event.relatedTarget && !group.contains(event.relatedTarget) && event.relatedTarget.type !== "submit") saveExcept(null);
  });
  addEventListener("pagehide", () => form.dataset.sending || saveExcept(null));
  form.addEventListener("submit", event => {
    if (form.dataset.sending) event.preventDefault();
    form.dataset.sending = "true";
    sessionStorage.setItem(sent, draft);
  });
  addEventListener("pageshow", () => delete form.dataset.sending);
  restore();
})();
