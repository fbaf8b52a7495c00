import { networkInterfaces } from "node:os";

/** How the desk is reached: what it may be called, and by which way. */
export type Reached = {
  /** The host names that are answered to, without ports. */
  names: ReadonlySet<string>;
  /** Whether browsers come by HTTPS: cookies then travel by nothing else. */
  secure: boolean;
  /** Whether another server stands before this one and says from where a request came. */
  behind: boolean;
};

/** The names under which a loopback address is known. */
const LOOPBACK = ["127.0.0.1", "localhost", "[::1]"];

/** Whether a host to listen on is this machine alone. */
export const isLoopback = (host: string): boolean => [...LOOPBACK, "::1"].includes(host);

/** Reached from this machine alone. */
export const fromHere: Reached = { names: new Set(LOOPBACK), secure: false, behind: false };

/** Reached from elsewhere: by the host that is listened on, and by the address that people are told, where there is one. */
export function fromElsewhere(host: string, address: URL | null): Reached {
  const own = ["0.0.0.0", "::"].includes(host) ? ownAddresses() : [inAddress(host)];
  return {
    names: new Set([...LOOPBACK, ...own, ...(address ? [address.hostname] : [])]),
    secure: address?.protocol === "https:",
    behind: address !== null,
  };
}

const ownAddresses = (): string[] =>
  Object.values(networkInterfaces()).flatMap((each) => (each ?? []).map(({ address }) => inAddress(address)));

/** As it stands in an address: IPv6 in brackets. */
const inAddress = (host: string): string => (host.includes(":") ? `[${host.replace(/%.*$/, "")}]` : host.toLowerCase());
