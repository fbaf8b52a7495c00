import { openPostgresStore } from "../../src/store/postgres.ts";
import { dropDatabasesAfterwards, freshDatabase } from "../support/databases.ts";
import { describePeople } from "./people-suite.ts";

dropDatabasesAfterwards();

describePeople("PostgreSQL", async () => openPostgresStore(await freshDatabase()));
