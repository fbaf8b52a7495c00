import { expect, it } from "vitest";
import { readCsv } from "../../src/pipeline/pairs.ts";

it.each([
  [
    "a,b\nc,d\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "\ufeffasking,answering\r\nx.txt,y.txt\r\n",
    [
      ["asking", "answering"],
      ["x.txt", "y.txt"],
    ],
  ],
  ['"a,1","say ""hi"""\n', [["a,1", 'say "hi"']]],
  [
    "a,\n,b\n\n\n",
    [
      ["a", ""],
      ["", "b"],
    ],
  ],
  ['"two\nlines",b', [["two\nlines", "b"]]],
  ["", []],
])("reads %j", (text, rows) => {
  expect(readCsv(text)).toEqual(rows);
});
