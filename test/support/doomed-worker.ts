// A worker that a document kills: the process ends the moment it takes hold of the original with the id given. Or one that cannot have it,
// where the last word is "refuse": the error is one that is not tried again, as if it had been tried to the last time.
//   node test/support/doomed-worker.ts REDIS_URL DATABASE_URL ID [refuse]
import { UnrecoverableError } from "bullmq";
import { createLog } from "../../src/queue/log.ts";
import { startWorker } from "../../src/queue/worker.ts";
import { openPostgresStore } from "../../src/store/postgres.ts";

const [redis = "", database = "", doomed = "", refuse = ""] = process.argv.slice(2);
const store = await openPostgresStore(database);
const { originals } = store;
const deadly = {
  ...store,
  originals: {
    has: originals.has,
    put: originals.put,
    async get(id: string) {
      if (id === doomed && refuse) throw new UnrecoverableError("it is not to be had");
      // others are in hand by then
      if (id === doomed) setTimeout(() => process.kill(process.pid, "SIGKILL"), 30);
      if (id === doomed) await new Promise(() => {});
      return originals.get(id);
    },
  },
};
await startWorker({ store: deadly, redis, concurrency: 4, lockSeconds: 1, events: createLog({}).events });
