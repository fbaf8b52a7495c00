// tesseract.js' own thread, held to the build of its code that computes alike on every processor: "relaxed" vector
// instructions may round as the machine likes, and the same scan must give the same record everywhere.
import { createRequire } from "node:module";

const require = createRequire(createRequire(import.meta.url).resolve("tesseract.js"));
const features = require("wasm-feature-detect") as object;
require.cache[require.resolve("wasm-feature-detect")]!.exports = { ...features, relaxedSimd: async () => false };
require("./worker-script/node/index.js");
