import { z } from "@hono/zod-openapi";

const Problem = z.object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string() });
const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: Problem } },
});

/** The answers of a route that gives JSON. */
export const gives = <S extends z.ZodType>(schema: S, description: string) => ({
  200: { description, content: { "application/json": { schema } } },
  400: problem("The request makes no sense."),
  401: problem("Nobody is signed in."),
  403: problem("This person or token may not."),
  404: problem("There is nothing of that name."),
});

/** What a route takes: JSON. */
export const takes = <S extends z.ZodType>(schema: S) => ({
  body: { required: true, content: { "application/json": { schema } } },
});

/** The answers of a route that does something and has nothing more to say. */
export const tells = (description: string) => gives(z.object({ done: z.literal(true) }), description);

/** A page of a list. `next` is the cursor of the page after it; null at the end. */
export const pageOf = <S extends z.ZodType>(schema: S) =>
  z.object({ rows: z.array(schema), next: z.string().nullable() });
