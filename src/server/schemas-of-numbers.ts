import { z } from "@hono/zod-openapi";
import { Outcome } from "../records/link.ts";

/** How many items of a group have which status; `promised` are undertakings. */
export const StatusCounts = z.object({
  name: z.string(),
  replied: z.int(),
  unanswered: z.int(),
  open: z.int(),
  promised: z.int(),
});
export type StatusCounts = z.infer<typeof StatusCounts>;

/** What the overview shows. */
export const Overview = z.object({
  totals: z.object({
    documents: z.int(),
    copies: z.int(),
    recommendations: z.int(),
    asks: z.int(),
    undertakings: z.int(),
  }),
  kinds: z.array(StatusCounts),
  outcomes: z.array(z.object({ name: z.string(), count: z.int() })),
  months: z.array(StatusCounts),
  asked: z.array(StatusCounts),
  verdicts: z.object({ accepted: z.int(), rejected: z.int(), unsure: z.int(), none: z.int() }),
});
export type Overview = z.infer<typeof Overview>;

const OutcomeCounts = z.object({ name: z.string(), outcome: Outcome, count: z.int() });

/** What came back, from whom and when. */
export const Tracing = z.object({
  bodies: z.array(OutcomeCounts).describe("outcomes by those asked most"),
  months: z.array(OutcomeCounts).describe("outcomes by the month of what asks"),
  weeks: z
    .array(z.object({ week: z.int(), late: z.boolean().nullable(), count: z.int() }))
    .describe("replies by the week in which they came, from 0"),
  asking: z.array(z.object({ by: z.string(), to: z.string(), count: z.int() })),
  due: z.array(z.object({ date: z.string(), settled: z.int(), count: z.int() })),
});
export type Tracing = z.infer<typeof Tracing>;
