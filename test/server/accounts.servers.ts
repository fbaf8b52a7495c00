import { openPostgresStore } from "../../src/store/postgres.ts";
import { dropDatabasesAfterwards, freshDatabase } from "../support/databases.ts";
import { describeAccounts } from "./account-suite.ts";

dropDatabasesAfterwards();

describeAccounts("PostgreSQL", async () => openPostgresStore(await freshDatabase()));
