import { openPostgresStore } from "../../src/store/postgres.ts";
import { dropDatabasesAfterwards, freshDatabase } from "../support/databases.ts";
import { describeCorrections } from "./corrections-suite.ts";

dropDatabasesAfterwards();

describeCorrections("PostgreSQL", async () => openPostgresStore(await freshDatabase()));
