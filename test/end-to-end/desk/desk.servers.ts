import { describe } from "vitest";
import { openPostgresStore } from "../../../src/store/postgres.ts";
import { dropDatabasesAfterwards, freshDatabase } from "../../support/databases.ts";
import { describeCharts } from "./charts.ts";
import { describeDeciding } from "./deciding.ts";
import { describeKeyboard } from "./keyboard.ts";
import { describePages } from "./pages.ts";
import { describePlaces } from "./places.ts";
import { describePrint } from "./print.ts";
import { visitDesk } from "./visit.ts";

describe("the desk over the shared store", () => {
  dropDatabasesAfterwards();
  const visit = visitDesk(async () => openPostgresStore(await freshDatabase()));
  describePages(visit);
  describeCharts(visit);
  describePrint(visit);
  describeKeyboard(visit);
  describeDeciding(visit);
  describePlaces(visit);
});
