import { openSqliteStore } from "../../src/store/sqlite.ts";
import { describeAccounts } from "./account-suite.ts";

describeAccounts("SQLite", () => openSqliteStore(":memory:"));
