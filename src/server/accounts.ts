import { type ApiToken, type Role, type Scope, scopesOf, type User } from "../records/account.ts";
import { sha256 } from "../records/ids.ts";
import type { Account, AccountStore, Secret } from "../store/accounts.ts";
import { hashPassword, isPassword } from "./password.ts";
import type { Person } from "./person.ts";
import { newSecret } from "./secret.ts";
import { SESSION_LASTS } from "./sessions.ts";

/** How long an invitation may lie in somebody's mail, in milliseconds. */
const INVITATION_LASTS = 7 * 24 * 60 * 60 * 1000;
const DAY = 24 * 60 * 60 * 1000;

/** People with passwords. Whatever is handed out is handed out once, and kept as a hash; who is disabled is out at once. */
export type Accounts = {
  users(): Promise<User[]>;
  user(name: string): Promise<User | null>;
  /** The token of an invitation; null where there is somebody of that name. */
  invite(name: string, role: Role): Promise<string | null>;
  /** The token of a new invitation for somebody who is there; it ends all sessions, and the old password. */
  reset(name: string): Promise<string>;
  change(name: string, to: { role?: Role | undefined; disabled?: boolean | undefined }): Promise<void>;
  /** Chooses a password by an invitation, which is then used up. Gives the session's token, or null where it is none. */
  accept(invitation: string, password: string): Promise<string | null>;
  /** The session's token, or null: nobody of that name, another password, disabled, none chosen yet, all alike. */
  signIn(name: string, password: string): Promise<string | null>;
  personOfSession(token: string): Promise<Person | null>;
  personOfToken(token: string): Promise<Person | null>;
  signOut(token: string): Promise<void>;
  signOutEverywhere(name: string): Promise<void>;
  /** Whether the current password was right; all sessions but this one end. */
  changePassword(name: string, current: string, next: string, session: string): Promise<boolean>;
  makeToken(name: string, label: string, scopes: readonly Scope[], days: number): Promise<string>;
  tokens(name: string): Promise<ApiToken[]>;
  /** Whether there was such a token. */
  removeToken(name: string, id: string): Promise<boolean>;
};

/** Accounts as the store has them; `now` is the time of day. */
export function createAccounts(store: AccountStore, now: () => Date = () => new Date()): Accounts {
  const drawer = createDrawer(store, now);
  return { ...usersIn(drawer), ...sessionsIn(drawer), ...tokensIn(drawer) };
}

/** The store, with what hands out secrets and knows them again. */
type Drawer = ReturnType<typeof createDrawer>;

function createDrawer(store: AccountStore, now: () => Date) {
  const at = (later = 0) => new Date(now().getTime() + later).toISOString();
  return {
    store,
    at,
    async hand(secret: Pick<Secret, "kind" | "person"> & Partial<Secret>, lasts: number): Promise<string> {
      const token = newSecret();
      const kept = { label: "", scopes: [], ...secret, hash: sha256(token), createdAt: at(), until: at(lasts) };
      await store.addSecret(kept);
      return token;
    },
    async ownerOf(token: string, kind: Secret["kind"]): Promise<{ account: Account; secret: Secret } | null> {
      const secret = await store.secret(sha256(token));
      if (secret?.kind !== kind || secret.until <= at()) return null;
      const account = await store.find(secret.person);
      return account && !account.disabled ? { account, secret } : null;
    },
  };
}

function usersIn({ store, at, hand }: Drawer): Pick<Accounts, "users" | "user" | "invite" | "reset" | "change"> {
  const invitation = (name: string) => hand({ kind: "invitation", person: name }, INVITATION_LASTS);
  return {
    users: async () => (await store.all()).map(toUser),
    async user(name) {
      const account = await store.find(name);
      return account && toUser(account);
    },
    async invite(name, role) {
      const added = await store.add({ name, role, password: null, disabled: false, createdAt: at() });
      return added ? invitation(name) : null;
    },
    async reset(name) {
      await store.change(name, { password: null });
      for (const kind of ["session", "invitation"] as const) await store.removeSecrets(name, kind);
      return invitation(name);
    },
    async change(name, { role, disabled }) {
      await store.change(name, { ...(role && { role }), ...(disabled === undefined ? {} : { disabled }) });
      if (disabled)
        for (const kind of ["session", "invitation", "token"] as const) await store.removeSecrets(name, kind);
    },
  };
}

function sessionsIn(
  drawer: Drawer,
): Pick<Accounts, "accept" | "signIn" | "personOfSession" | "signOut" | "signOutEverywhere" | "changePassword"> {
  const { store, at, hand, ownerOf } = drawer;
  const begin = async (name: string) => {
    await store.removeEnded(at());
    return hand({ kind: "session", person: name }, SESSION_LASTS);
  };
  return {
    async accept(invitation, password) {
      const owner = await ownerOf(invitation, "invitation");
      if (!owner) return null;
      const hashed = await hashPassword(password);
      if (!(await store.takeSecret(owner.secret.hash))) return null;
      await store.change(owner.account.name, { password: hashed });
      return begin(owner.account.name);
    },
    async signIn(name, password) {
      const account = await store.find(name);
      const right = await isPassword(password, account && !account.disabled ? account.password : null);
      return account && right ? begin(account.name) : null;
    },
    async personOfSession(token) {
      const owner = await ownerOf(token, "session");
      return owner && personOf(owner.account, "password", scopesOf(owner.account.role));
    },
    signOut: async (token) => void (await store.takeSecret(sha256(token))),
    signOutEverywhere: (name) => store.removeSecrets(name, "session"),
    async changePassword(name, current, next, session) {
      const account = await store.find(name);
      if (!(await isPassword(current, account?.password ?? null))) return false;
      await store.change(name, { password: await hashPassword(next) });
      await store.removeSecrets(name, "session", sha256(session));
      return true;
    },
  };
}

function tokensIn({
  store,
  hand,
  ownerOf,
}: Drawer): Pick<Accounts, "personOfToken" | "makeToken" | "tokens" | "removeToken"> {
  return {
    async personOfToken(token) {
      const owner = await ownerOf(token, "token");
      if (!owner) return null;
      const may = scopesOf(owner.account.role).filter((scope) => owner.secret.scopes.includes(scope));
      return personOf(owner.account, "token", may);
    },
    makeToken: (name, label, scopes, days) =>
      hand({ kind: "token", person: name, label, scopes: [...scopes] }, days * DAY),
    tokens: async (name) => (await store.secretsOf(name, "token")).map(toToken),
    async removeToken(name, id) {
      const secret = (await store.secretsOf(name, "token")).find((each) => idOf(each) === id);
      return secret ? store.takeSecret(secret.hash) : false;
    },
  };
}

const personOf = ({ name, role }: Account, by: Person["by"], scopes: Scope[]): Person => ({ name, role, scopes, by });

const toUser = ({ name, role, disabled, password, createdAt }: Account): User => ({
  ...{ name, role, disabled, createdAt },
  invited: password === null,
});

const idOf = ({ hash }: Secret): string => hash.slice(0, 12);

const toToken = (secret: Secret): ApiToken => {
  const { label, scopes, createdAt, until } = secret;
  return { id: idOf(secret), label, scopes, createdAt, until };
};
