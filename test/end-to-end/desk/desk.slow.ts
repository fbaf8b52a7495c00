import { describe } from "vitest";
import { openSqliteStore } from "../../../src/store/sqlite.ts";
import { describeAnchors } from "./anchors.ts";
import { describeCharts } from "./charts.ts";
import { describeDeciding } from "./deciding.ts";
import { describeKeyboard } from "./keyboard.ts";
import { describePages } from "./pages.ts";
import { describePlaces } from "./places.ts";
import { describePrint } from "./print.ts";
import { visitDesk } from "./visit.ts";

describe("the desk over the embedded store", () => {
  const visit = visitDesk(() => openSqliteStore(":memory:"));
  describePages(visit);
  describeCharts(visit);
  describePrint(visit);
  describeKeyboard(visit);
  describeDeciding(visit);
  describePlaces(visit);
  // what is drawn does not depend on the store
  describeAnchors(visit);
});
