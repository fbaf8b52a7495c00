import { openPostgresStore } from "../../src/store/postgres.ts";
import { dropDatabasesAfterwards, freshDatabase } from "../support/databases.ts";
import { describeDoubleReview } from "./double-review-suite.ts";

dropDatabasesAfterwards();

describeDoubleReview("PostgreSQL", async () => openPostgresStore(await freshDatabase()));
