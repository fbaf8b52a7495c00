#!/usr/bin/env node
// Plain JavaScript, so that an old system Node can read it and hand over to the Node that the project pins.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { fileURLToPath } from "node:url";

const [major, minor] = process.versions.node.split(".").map(Number);
const source = new URL("../src/cli/main.ts", import.meta.url);
const built = new URL("../dist/cli/main.js", import.meta.url);
const pinned = fileURLToPath(new URL("../node_modules/node/bin/node", import.meta.url));

if (major > 22 || (major === 22 && minor >= 19)) {
  // compiled code is kept between runs, in the folder for temporary files: half the time of the start
  module.enableCompileCache();
  // The published package holds dist/ and no src/; a clone holds src/ and may hold an older dist/.
  const { main } = await import(existsSync(source) ? source.href : built.href);
  await main(process.argv);
} else if (existsSync(pinned)) {
  const child = spawn(pinned, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? (signal === "SIGINT" ? 130 : 1);
  });
} else {
  console.error(
    `answerable needs Node 22.19 or later; this is ${process.version}. In a clone, "npm ci" brings a Node of its own.`,
  );
  process.exitCode = 1;
}
