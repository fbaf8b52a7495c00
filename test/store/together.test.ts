import { expect, it } from "vitest";
import { askedTogether, doneTogether } from "../../src/store/together.ts";

/** Doubles numbers, tells which were asked for together, and refuses an odd number together with all its company. */
function doubling() {
  const asked: number[][] = [];
  const double = askedTogether(
    async (values: readonly number[]) => {
      asked.push([...values]);
      if (values.some((value) => value % 2 === 1)) throw new Error("odd");
      return values.map((value) => 2 * value);
    },
    { most: 3 },
  );
  return { asked, double };
}

it("asks together what is asked in one turn, no more at a time than is allowed, and answers each its own", async () => {
  const { asked, double } = doubling();
  expect(await Promise.all([2, 4, 6, 8].map(double))).toEqual([4, 8, 12, 16]);
  expect(asked).toEqual([[2, 4, 6], [8]]);
  expect(await double(10)).toBe(20);
});

it("asks each alone where together they are refused: a fault stays its own", async () => {
  const { double } = doubling();
  const answers = await Promise.allSettled([2, 3, 4].map(double));
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});

it("does not ask again at once what a lost connection broke off", async () => {
  let asked = 0;
  const save = doneTogether(async (_: readonly number[]) => {
    asked++;
    throw Object.assign(new Error("lost"), { code: "ECONNRESET" });
  });
  const answers = await Promise.allSettled([save(1), save(2)]);
  expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(asked).toBe(1);
});

it("sends what is heavy before its turn ends", async () => {
  const sent: string[][] = [];
  const send = doneTogether(async (values: readonly string[]) => void sent.push([...values]), {
    weight: (value) => value.length,
    heaviest: 10,
  });
  await Promise.all(["12345", "67890", "1", "2"].map(send));
  expect(sent).toEqual([
    ["12345", "67890"],
    ["1", "2"],
  ]);
});
