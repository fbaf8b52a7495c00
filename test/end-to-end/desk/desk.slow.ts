import { describe } from "vitest";
import { openSqliteStore } from "../../../src/store/sqlite.ts";
import { describeAnchors } from "./anchors.ts";
import { describeDesk } from "./desk-suite.ts";
import { visitDesk } from "./visit.ts";

describe("the desk over the embedded store", () => {
  const visit = visitDesk(() => openSqliteStore(":memory:"));
  describeDesk(visit);
  // what is drawn does not depend on the store
  describeAnchors(visit);
});
