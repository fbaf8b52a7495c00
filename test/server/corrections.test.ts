import { openSqliteStore } from "../../src/store/sqlite.ts";
import { describeCorrections } from "./corrections-suite.ts";

describeCorrections("SQLite", () => openSqliteStore(":memory:"));
