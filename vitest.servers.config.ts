import { defineConfig } from "vitest/config";

/** What needs Redis and PostgreSQL: `scripts/set-up.mjs` sees that they are there, `start-servers.ts` starts them. */
export default defineConfig({
  test: {
    include: ["test/**/*.servers.ts"],
    globalSetup: "test/support/start-servers.ts",
    // what is polled for comes in a moment, and on a machine with much else to do in a minute
    expect: { poll: { timeout: 60_000 } },
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
