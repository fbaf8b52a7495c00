import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Env } from "./guard.ts";

/** A server that listens; `port` is the one it got. */
export type Listening = { port: number; close(): Promise<void> };

/** Listens on this machine, for others too where a host is named. Port 0 takes a free one. Rejects where the port is taken. */
export function listen(app: OpenAPIHono<Env>, port: number, hostname = "127.0.0.1"): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname }, (address: AddressInfo) =>
      resolve({
        port: address.port,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            if ("closeAllConnections" in server) server.closeAllConnections();
          }),
      }),
    );
    server.on("error", reject);
  });
}
