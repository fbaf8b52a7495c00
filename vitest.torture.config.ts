import { defineConfig } from "vitest/config";

/** The killed runs, a hundred of them: an hour or so. */
export default defineConfig({
  test: { include: ["test/end-to-end/kill.slow.ts"], env: { KILLS: "100" }, testTimeout: 7_200_000 },
});
