import { defineConfig } from "vitest/config";

/** What takes seconds each: whole runs of the program, killed runs, the package as it is published. */
export default defineConfig({
  test: {
    include: ["test/**/*.slow.ts"],
    env: { KILLS: "5" },
    // what is polled for comes in a moment, and on a machine with much else to do in a minute
    expect: { poll: { timeout: 60_000 } },
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
