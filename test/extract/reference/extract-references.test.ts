import { expect, it } from "vitest";
import type { Structure } from "../../../src/document/structure.ts";
import { extractReferences } from "../../../src/extract/reference/extract-references.ts";
import { loadPipeline } from "../../../src/pipeline/load.ts";
import type { Part, PartKind } from "../../../src/records/part.ts";
import { makeDocument } from "../../support/make-document.ts";

const rules = loadPipeline("gla-correspondence").extract.references;

function cited(notation: string, kind: PartKind = "letter", date = "2023-06-13"): string[] {
  const document = makeDocument(notation);
  const anchor = {
    start: 0,
    end: document.text.length,
    exact: document.text,
    prefix: "",
    suffix: "",
    page: null,
    boxes: [],
  };
  const part: Part = {
    id: "p1",
    kind,
    anchor,
    date,
    dateInferred: false,
    from: [],
    to: [],
    subject: null,
    ownReferences: [],
    inReplyTo: null,
  };
  const structure: Structure = { parts: [part], segments: [] };
  return extractReferences(document, structure, [], rules).map(({ scheme, value }) => `${scheme} ${value}`);
}

it.each([
  ["MQ 1312 is late.", ["MQ 1312"]],
  ["MQ 518 is late.", ["MQ 0518"]],
  ["MQs 1312, 2044 and 0518 are late.", ["MQ 1312", "MQ 2044", "MQ 0518"]],
  ["MQs 2021/1312 and 2044 are late.", ["MQ 2021/1312", "MQ 2021/2044"]],
  ["MQ2021/1312 is late.", ["MQ 2021/1312"]],
  ["DMPCD 2019-118 is signed.", ["decision DMPCD2019-118"]],
  ["See MQs 2021/1312 to 2021/1315.", ["MQ 2021/1312", "MQ 2021/1313", "MQ 2021/1314", "MQ 2021/1315"]],
  ["In MQ 733 / 2016 it was so.", ["MQ 2016/0733"]],
  ["Question 2018/27 was put.", ["MQ 2018/0027"]],
  ["Question 2013/0044-2 was put.", ["MQ 2013/0044-2"]],
  ["MQ 1312 – Bus lanes May 2021 – This is with TfL.", ["MQ 2021/1312"]],
  ["MQ 1312 – Bus lanes – since May 2021 nothing has come.", ["MQ 1312"]],
  ["He answered it in March 2022 (MQ 1312).", ["MQ 2022/1312"]],
  ["He answered it (MQ 1312, March 2022).", ["MQ 2022/1312"]],
  ["He answered MQ 1312 of this year.", ["MQ 2023/1312"]],
  ["He answered MQ 1312 of last year.", ["MQ 2022/1312"]],
  ["In 2022/23 and 2023/2024 there were 40, as was said in reply to FOI 2023/0944.", []],
  ["The Mayor told me in 2022/1402 that 12 of 2021/22's lifts were shut.", ["MQ 2022/1402"]],
  ["Approved under MD 2951, DD2688 and PCD 1402.", ["decision MD2951", "decision DD2688", "decision PCD1402"]],
  ["Our ref: MGLA110523-2207", ["own MGLA110523-2207"]],
  ["Your ref: OPCC/23/118 - B\nDate: 4 May 2023", ["own OPCC/23/118 - B"]],
  ["As under Recommendations 4 and 9, this is done.", ["recommendation 4", "recommendation 9"]],
  ["Recommendations 4 to 6 are taken together.", ["recommendation 4", "recommendation 5", "recommendation 6"]],
  ["Recommendation 4\nThe Mayor should act.", []],
  ["## Recommendation 4\n\nRecommendation 5: TfL should act.", []],
])("reads %j", (words, values) => {
  expect(cited(words)).toEqual(values);
});

it("takes bare numbers only in a paper of written questions", () => {
  const words = "2021/3104 Lifts\n\nHow many lifts were shut in 2020/21?";
  expect(cited(words, "written-questions")).toEqual(["MQ 2021/3104"]);
  expect(cited(words, "letter")).toEqual([]);
});

it("anchors a number with the words that lead to it, and the next in a list alone", () => {
  const document = makeDocument("The answers to MQs 1312 and 2044 are late.");
  const whole = { start: 0, end: document.text.length };
  const part = { id: "p1", kind: "letter", date: null, anchor: whole } as unknown as Part;
  const found = extractReferences(document, { parts: [part], segments: [] }, [], rules);
  expect(found.map(({ anchor }) => anchor.exact)).toEqual(["MQs 1312", "2044"]);
});
