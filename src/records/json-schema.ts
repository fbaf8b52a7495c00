import { z } from "zod";
import { DocumentRecord } from "./document-record.ts";
import { Failure } from "./failure.ts";

/** The JSON Schemas published with the package, by file name: what `documents/*.json` and the lines of `failures.jsonl` hold. */
export function jsonSchemas(): Record<string, unknown> {
  return {
    "document.schema.json": z.toJSONSchema(DocumentRecord),
    "failure.schema.json": z.toJSONSchema(Failure),
  };
}
