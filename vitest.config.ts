import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // PDFs, stores and child processes: the slowest single test is well under this on a busy two-core machine
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
