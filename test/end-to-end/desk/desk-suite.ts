import { describeCharts } from "./charts.ts";
import { describeDeciding } from "./deciding.ts";
import { describeKeyboard } from "./keyboard.ts";
import { describePages } from "./pages.ts";
import { describePlaces } from "./places.ts";
import { describePrint } from "./print.ts";
import type { Visit } from "./visit.ts";

/** What the desk does over any store. */
export function describeDesk(visit: Visit): void {
  describePages(visit);
  describeCharts(visit);
  describePrint(visit);
  describeKeyboard(visit);
  describeDeciding(visit);
  describePlaces(visit);
}
