import { randomBytes } from "node:crypto";
import { sha256 } from "../records/ids.ts";

/** Who is asking. */
export type Person = { name: string };

/** How long a session lasts, in milliseconds: a working day. */
const LASTS = 12 * 60 * 60 * 1000;

/** Who may come in. Tokens are opaque and known here by their hashes only; all end when the program ends. */
export type Sessions = {
  /** A token for a start-up link, good for one use. */
  invite(name: string): string;
  /** The token of a new session, or null where the invitation is unknown or was used. */
  begin(invitation: string): string | null;
  personOf(token: string): Person | null;
  end(token: string): void;
};

/** Sessions in memory; `now` in milliseconds. */
export function createSessions(now: () => number = Date.now): Sessions {
  const invitations = new Map<string, Person>();
  const sessions = new Map<string, { person: Person; until: number }>();
  return {
    invite(name) {
      const token = newToken();
      invitations.set(sha256(token), { name });
      return token;
    },
    begin(invitation) {
      const person = invitations.get(sha256(invitation));
      if (!person) return null;
      invitations.delete(sha256(invitation));
      const token = newToken();
      sessions.set(sha256(token), { person, until: now() + LASTS });
      return token;
    },
    personOf(token) {
      const session = sessions.get(sha256(token));
      return session && session.until > now() ? session.person : null;
    },
    end: (token) => void sessions.delete(sha256(token)),
  };
}

/** 256 bits, which nobody guesses. */
const newToken = (): string => randomBytes(32).toString("base64url");
