import { openSqliteStore } from "../../src/store/sqlite.ts";
import { describeUploads } from "./upload-suite.ts";

describeUploads("SQLite", () => openSqliteStore(":memory:"));
