import { defineConfig } from "vitest/config";

/** What needs Redis and PostgreSQL: `scripts/set-up.mjs` sees that they are there, `start-servers.ts` starts them. */
export default defineConfig({
  test: {
    include: ["test/**/*.servers.ts"],
    globalSetup: "test/support/start-servers.ts",
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
