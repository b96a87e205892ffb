// The last way out: a file of the answers that only the server can read. ECDH P-256 with a key made for this file alone,
// HKDF with SHA-256, AES-256-GCM. The ticket inside proves whose answers they are, so nobody can make a file for somebody else.

/** @param {string} text base64url */
const bytesOf = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));

/** @param {ArrayBuffer | Uint8Array} bytes */
const textOf = (bytes) => btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(""));

/** Whether this browser can make the file: it cannot where the connection is not secure. */
export const canHandOver = () => isSecureContext && "subtle" in crypto;

/**
 * The file's text.
 * @param {string} serverKey  public key, SubjectPublicKeyInfo in base64url
 * @param {import("./store.js").Store} store
 */
export async function sealed(serverKey, store) {
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const theirs = await crypto.subtle.importKey("spki", bytesOf(serverKey), curve, false, []);
  const ours = await crypto.subtle.generateKey(curve, false, ["deriveBits"]);
  const secret = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, ours.privateKey, 256);
  const material = await crypto.subtle.importKey("raw", secret, "HKDF", false, ["deriveKey"]);
  const info = new TextEncoder().encode("assessment-handover/1");
  const key = await crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info }, material, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const { ticket, device } = store.attempt;
  const answers = [...store.answers.values()].map(({ item, value, revision, seen }) => ({ item, value, revision, seen }));
  const content = new TextEncoder().encode(JSON.stringify({ attempt: store.id, ticket, device, answers }));
  return JSON.stringify({
    schema: "assessment-handover/1",
    key: textOf(await crypto.subtle.exportKey("spki", ours.publicKey)),
    nonce: textOf(nonce),
    content: textOf(await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, content)),
  });
}

/** Lets the participant save the file. @param {string} text @param {string} name */
export function download(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
