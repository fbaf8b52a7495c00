import { describe } from "vitest";
import { openPostgresStore } from "../../../src/store/postgres.ts";
import { dropDatabasesAfterwards, freshDatabase } from "../../support/databases.ts";
import { describeDesk } from "./desk-suite.ts";
import { visitDesk } from "./visit.ts";

describe("the desk over the shared store", () => {
  dropDatabasesAfterwards();
  describeDesk(visitDesk(async () => openPostgresStore(await freshDatabase())));
});
