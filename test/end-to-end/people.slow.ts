import { openSqliteStore } from "../../src/store/sqlite.ts";
import { describePeople } from "./people-suite.ts";

describePeople("SQLite", () => openSqliteStore(":memory:"));
