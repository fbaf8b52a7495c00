import { UsageError } from "./exit.ts";

/**
 * What comes of an attempt to listen, of which `options` name the port and the host. Throws `UsageError` where the port is taken, or the host is no address of this
 * machine.
 */
export async function listening<T>(attempt: Promise<T>, options: { port: string; host: string }): Promise<T> {
  try {
    return await attempt;
  } catch (error) {
    const { code, port, address, hostname } = error as ListenError;
    if (code === "EADDRINUSE")
      throw new UsageError(`Port ${port} is taken. Name another with ${options.port}.`, { cause: error });
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
      throw new UsageError(`${address ?? hostname} is no address of this machine. Name another with ${options.host}.`, {
        cause: error,
      });
    throw error;
  }
}

/** What Node says of it (https://nodejs.org/api/errors.html#class-systemerror). */
type ListenError = Error & { code?: string; port?: number; address?: string; hostname?: string };
