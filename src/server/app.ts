import { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { etag } from "hono/etag";
import { z } from "zod";
import { addAssets } from "./assets.ts";
import type { Desk, Given } from "./desk.ts";
import { describeApi } from "./documentation.ts";
import { BOARD, type Env, isUpload, onlyAllowed, onlyByName, onlyOwnPages, onlyWho, secured } from "./guard.ts";
import { createLibrary } from "./library.ts";
import { Problem, sendProblem, toProblem } from "./problem.ts";
import { addAccount } from "./routes/account.ts";
import { addAdditions } from "./routes/additions.ts";
import { addDecisions } from "./routes/decisions.ts";
import { addDocuments } from "./routes/documents.ts";
import { addDoubleReview } from "./routes/double-review.ts";
import { addExports } from "./routes/exports.ts";
import { addItems } from "./routes/items.ts";
import { addOverview } from "./routes/overview.ts";
import { addPageImages } from "./routes/page-images.ts";
import { addPlaces } from "./routes/places.ts";
import { addSearch } from "./routes/search.ts";
import { addSession } from "./routes/session.ts";
import { addSignIn } from "./routes/sign-in.ts";
import { addTexts } from "./routes/texts.ts";
import { addTracing } from "./routes/tracing.ts";
import { addUploads } from "./routes/uploads.ts";
import { addUsers } from "./routes/users.ts";
import { addStart } from "./start.ts";

/** A decision with many passages is some tens of kilobytes. */
const MOST_BODY = 2_000_000;

const ROOT = "/api/v1";

/** The review desk as a function from request to answer; a port is somebody else's business. */
export function createApp(given: Given): OpenAPIHono<Env> {
  const desk: Desk = { ...given, library: createLibrary(given.store) };
  const app = new OpenAPIHono<Env>();
  app.onError(toProblem(desk.report));
  app.use(secured(desk.reached), onlyByName(desk.reached), onlyOwnPages);
  if (!desk.accounts) addStart(app, desk);
  app.route(ROOT, createApi(desk));
  app.all("/api/*", (context) => sendProblem(context, 404, "There is nothing of that name here."));
  if (desk.board) {
    for (const path of [BOARD, `${BOARD}/*`]) app.use(path, onlyWho("admin", desk));
    app.route(BOARD, desk.board as unknown as OpenAPIHono<Env>);
  }
  if (desk.assets) addAssets(app, desk.assets);
  return app;
}

function createApi(desk: Desk): OpenAPIHono<Env> {
  const api = new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw new Problem(400, z.prettifyError(result.error as z.ZodError));
    },
  });
  api.onError(toProblem(desk.report));
  const tooLarge = () => {
    throw new Problem(413, "This is too large.");
  };
  const limited = bodyLimit({ maxSize: MOST_BODY, onError: tooLarge });
  // an upload keeps limits of its own
  api.use((context, next) => (isUpload(context) ? next() : limited(context, next)));
  api.use(async (context, next) => {
    await next();
    if (!context.res.headers.has("cache-control")) context.header("cache-control", "private, no-cache");
  });
  addSignIn(api, desk);
  api.use(onlyAllowed(desk, ROOT));
  for (const path of ["/documents/*", "/documents", "/items", "/items/*", "/statistics", "/statistics/*"])
    api.use(path, etag());
  for (const add of [
    addSession,
    addAccount,
    addUsers,
    addUploads,
    addDoubleReview,
    addDocuments,
    addTexts,
    addPageImages,
    addItems,
    addDecisions,
    addAdditions,
    addPlaces,
    addSearch,
    addOverview,
    addTracing,
    addExports,
  ])
    add(api, desk);
  describeApi(api);
  return api;
}
