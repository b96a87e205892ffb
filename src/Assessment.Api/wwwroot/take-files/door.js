// The first page: the six letters come behind the # of a scanned code, which never reaches the server.

import { forgetPage } from "./kept.js";

const letters = location.hash.replace(/[^A-Za-z]/g, "");
const field = document.getElementById("join-code");
if (field instanceof HTMLInputElement && letters && !field.value) {
  field.value = letters;
  history.replaceState(null, "", location.pathname);
}

// Nobody's test is open on this device: the copy of an earlier one must not open for the next person.
if (!document.querySelector('a[href="/take/test"]')) await forgetPage().catch(() => {});
