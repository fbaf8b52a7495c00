import { z } from "zod";

/** A person or an office in a document; what the document does not state is null. */
export const Person = z.object({
  name: z.string().nullable(),
  role: z.string().nullable(),
  organisation: z.string().nullable(),
});
export type Person = z.infer<typeof Person>;
