import { defineConfig } from "vitest/config";

/** The same tests as in CI, with every failure brought about many times: an hour or so. `scripts/reliability-page.ts` writes down what came out. */
export default defineConfig({
  test: {
    include: ["test/end-to-end/kill.slow.ts", "test/queue/reliability.servers.ts", "test/queue/identical.servers.ts"],
    globalSetup: "test/support/start-servers.ts",
    env: { KILLS: "100", FAILURES: "20", LETTERS: "1000", RELIABILITY_LOG: "reliability.jsonl" },
    fileParallelism: false,
    testTimeout: 7_200_000,
    hookTimeout: 7_200_000,
  },
});
