import { sha256 } from "../records/ids.ts";
import { type Person, personByLink } from "./person.ts";
import { newSecret } from "./secret.ts";

/** How long a session lasts, in milliseconds: a working day. */
export const SESSION_LASTS = 12 * 60 * 60 * 1000;

/** Who came in by a start-up link. Tokens are opaque and known here by their hashes only; all end when the program ends. */
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
  const invitations = new Map<string, string>();
  const sessions = new Map<string, { person: Person; until: number }>();
  return {
    invite(name) {
      const token = newSecret();
      invitations.set(sha256(token), name);
      return token;
    },
    begin(invitation) {
      const name = invitations.get(sha256(invitation));
      if (name === undefined) return null;
      invitations.delete(sha256(invitation));
      const token = newSecret();
      sessions.set(sha256(token), { person: personByLink(name), until: now() + SESSION_LASTS });
      return token;
    },
    personOf(token) {
      const session = sessions.get(sha256(token));
      return session && session.until > now() ? session.person : null;
    },
    end: (token) => void sessions.delete(sha256(token)),
  };
}
