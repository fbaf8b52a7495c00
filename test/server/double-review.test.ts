import { openSqliteStore } from "../../src/store/sqlite.ts";
import { describeDoubleReview } from "./double-review-suite.ts";

describeDoubleReview("SQLite", () => openSqliteStore(":memory:"));
