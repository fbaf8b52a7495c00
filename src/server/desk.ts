import type { Hono } from "hono";
import type { Threads } from "../pipeline/runner.ts";
import type { Store } from "../store/store.ts";
import type { Accounts } from "./accounts.ts";
import type { Library } from "./library.ts";
import type { Reached } from "./reached.ts";
import type { Sessions } from "./sessions.ts";
import type { UploadLimits } from "./upload-body.ts";
import type { Uploads } from "./uploads.ts";

/** What the server is given by whoever starts it. */
export type Given = {
  store: Store;
  /** Draws pages: no document is opened in the process that answers. */
  threads: Threads;
  /** Who came in by a start-up link; nobody does where there are accounts. */
  sessions: Sessions;
  /** Null for the one person who started the program, on this machine. */
  accounts: Accounts | null;
  reached: Reached;
  /** Null where documents come in by the command line only. */
  uploads: Uploads | null;
  uploadLimits: UploadLimits;
  /** The dashboard of the queues, as routes; null where there are none. */
  board: Hono | null;
  /** The folder of the built web app; null serves the API alone. */
  assets: string | null;
  /** Told of errors that are our own mistakes. */
  report: (error: Error) => void;
  now: () => Date;
};

/** What routes work with. */
export type Desk = Given & { library: Library };
