import type { TestProject } from "vitest/node";
import { startPostgres, startRedis } from "./servers.ts";

declare module "vitest" {
  export interface ProvidedContext {
    redis: string;
    postgres: string;
  }
}

/** Before all tests with servers: those at REDIS_URL and DATABASE_URL, else throw-away ones on free ports. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { REDIS_URL, DATABASE_URL } = process.env;
  const redis = REDIS_URL ? null : await startRedis();
  const postgres = DATABASE_URL ? null : await startPostgres();
  project.provide("redis", REDIS_URL ?? redis!.url);
  project.provide("postgres", DATABASE_URL ?? postgres!.url);
  return async () => {
    await Promise.all([redis?.end(), postgres?.end()]);
  };
}
