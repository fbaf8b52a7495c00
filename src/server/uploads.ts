import { type Linking, linkStore, takeInAll } from "../pipeline/ingest.ts";
import type { InputOutcome } from "../pipeline/take-in.ts";
import { type Board, createBoard, type Upload } from "./upload-board.ts";
import { failedInputs, type Handed, inputsOf, takeFile, unreadInputs } from "./upload-files.ts";

/** What reading needs: the rules, the limits, and the runner that `ingest` uses too. When `signal` aborts, what is left is read at the next start. */
export type Reading = Omit<Linking, "events" | "force">;

/** Takes files in, reads them one upload after another, and tells how far it is. */
export type Uploads = Pick<Board, "all" | "find" | "changed"> & {
  /** Resolves when the files are in the store; they are read afterwards. */
  take(by: string, files: readonly File[]): Promise<Upload>;
  /** Reads again what failed and is in the store. */
  retry(by: string): Promise<Upload>;
  /** Reads what was taken in and not read before the program ended. */
  resume(): Promise<void>;
};

/** Uploads over a store. `report` is told of errors that are nobody's document. */
export function createUploads(reading: Reading, now: () => Date, report: (error: Error) => void): Uploads {
  const { store, limits } = reading;
  const board = createBoard(now);
  let before: Promise<void> = Promise.resolve();
  const begin = (by: string, handed: readonly Handed[], problems: Upload["problems"] = []) => {
    const upload = board.add(by, handed.length + problems.length, problems);
    const fail = (error: Error) => {
      board.tell(upload, { state: "broken" });
      if (!reading.signal?.aborted) report(error);
    };
    before = before.then(() => readAll(upload, handed, reading, board).catch(fail));
    return upload;
  };
  return {
    ...board,
    async take(by, files) {
      const handed: Handed[] = [];
      const problems: Upload["problems"] = [];
      for (const file of files)
        for await (const taken of takeFile(file, store, limits.bytes))
          if ("message" in taken) problems.push(taken);
          else handed.push(taken);
      return begin(by, handed, problems);
    },
    retry: async (by) => begin(by, await failedInputs(store)),
    async resume() {
      const handed = await unreadInputs(store);
      if (handed.length > 0) begin("the program, going on", handed);
    },
  };
}

async function readAll(upload: Upload, handed: readonly Handed[], reading: Reading, { tell }: Board): Promise<void> {
  tell(upload, { state: "reading" });
  const events = {
    input: (outcome: InputOutcome) => tell(upload, counted(upload, outcome)),
    linking: (toLink: number) => tell(upload, { state: "linking", toLink }),
    linked: () => tell(upload, { linked: upload.linked + 1 }),
  };
  for (const force of [false, true]) {
    const inputs = inputsOf(
      handed.filter((each) => each.force === force),
      reading.store,
    );
    await takeInAll({ ...reading, force, inputs, roots: [], events });
  }
  await linkStore({ ...reading, force: false, events });
  tell(upload, { state: "done" });
}

function counted(upload: Upload, outcome: InputOutcome): Partial<Upload> {
  if (outcome.state !== "failed")
    return outcome.state === "unchanged" ? { unchanged: upload.unchanged + 1 } : { read: upload.read + 1 };
  const problem = { name: outcome.uri, message: outcome.failure.message };
  return { failed: upload.failed + 1, problems: [...upload.problems, problem] };
}
