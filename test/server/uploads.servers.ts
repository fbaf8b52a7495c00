import { openPostgresStore } from "../../src/store/postgres.ts";
import { dropDatabasesAfterwards, freshDatabase } from "../support/databases.ts";
import { describeUploads } from "./upload-suite.ts";

dropDatabasesAfterwards();

describeUploads("PostgreSQL", async () => openPostgresStore(await freshDatabase()));
