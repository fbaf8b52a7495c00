#!/usr/bin/env node
// Completes package-lock.json with the optional builds for other platforms that the registry in use does not hold:
// `npm install` leaves them out of the lock, and `npm ci` then refuses it as out of step with package.json.
//   node scripts/complete-lock.mjs   (after every change of dependencies; then `npm ci` in a fresh clone)
// The entries added carry no integrity and are passed over on the platforms that are not theirs. Plain JavaScript: it must
// run before anything is installed.
import { readFileSync, writeFileSync } from "node:fs";

const OS = ["darwin", "linux", "win32", "freebsd", "android", "openharmony", "sunos", "netbsd", "openbsd", "aix"];
const CPU = ["x64", "arm64", "arm", "ia32", "ppc64", "s390x", "riscv64", "loong64", "mips64el", "wasm32"];

const path = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(path, "utf8"));

/** Which platform a build is for, read from its name: "@scope/name-linux-arm64-musl". */
function platformOf(name) {
  const words = name.split(/[-/]/);
  const os = words.filter((word) => OS.includes(word));
  const cpu = words.filter((word) => CPU.includes(word));
  const libc = words.includes("musl") ? ["musl"] : words.includes("gnu") ? ["glibc"] : [];
  return { ...(cpu.length && { cpu }), ...(os.length && { os }), ...(libc.length && { libc }) };
}

let added = 0;
for (const [where, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const places = [`${where}/node_modules/${name}`, `node_modules/${name}`];
    if (where === "" || places.some((place) => place in lock.packages)) continue;
    const version = range.replace(/^[^\d]*/, "");
    lock.packages[`node_modules/${name}`] = {
      version,
      ...platformOf(name),
      ...(entry.dev && { dev: true }),
      optional: true,
    };
    added++;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} entries added`);
