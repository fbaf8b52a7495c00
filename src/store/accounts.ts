import type { Kysely, Selectable } from "kysely";
import type { Role, Scope, SecretKind } from "../records/account.ts";
import type { Tables } from "./tables.ts";

/** An account. `password` is its hash with how it was made; null until the person has chosen one. */
export type Account = { name: string; role: Role; password: string | null; disabled: boolean; createdAt: string };

/**
 * Something by which a person is known for a while: a session, an invitation to choose a password, a token of the API. Only its sha256 is kept.
 * `scopes` and `label` are a token's. Times are ISO instants.
 */
export type Secret = {
  hash: string;
  kind: SecretKind;
  person: string;
  label: string;
  scopes: Scope[];
  createdAt: string;
  until: string;
};

/** Who may come in, as a store keeps it. Names are the same whatever the case of their letters. */
export type AccountStore = {
  /** By name. */
  all(): Promise<Account[]>;
  find(name: string): Promise<Account | null>;
  /** False where there is one of that name already, which then stays as it is. */
  add(account: Account): Promise<boolean>;
  change(name: string, to: Partial<Pick<Account, "role" | "password" | "disabled">>): Promise<void>;

  addSecret(secret: Secret): Promise<void>;
  secret(hash: string): Promise<Secret | null>;
  /** Those of a person, oldest first. */
  secretsOf(person: string, kind: SecretKind): Promise<Secret[]>;
  /** Whether it was there: of two who take it at once, one gets it. */
  takeSecret(hash: string): Promise<boolean>;
  /** All of a person, but for the one named. */
  removeSecrets(person: string, kind: SecretKind, but?: string): Promise<void>;
  /** Of everybody, those that ended before an instant. */
  removeEnded(before: string): Promise<void>;
};

const keyOf = (name: string): string => name.normalize("NFKC").toLowerCase();

/** Accounts and secrets in tables of any engine. */
export function createAccountStore(db: Kysely<Tables>): AccountStore {
  return { ...accountsIn(db), ...secretsIn(db) };
}

function accountsIn(db: Kysely<Tables>): Pick<AccountStore, "all" | "find" | "add" | "change"> {
  return {
    async all() {
      return (await db.selectFrom("accounts").selectAll().orderBy("key").execute()).map(toAccount);
    },
    async find(name) {
      const row = await db.selectFrom("accounts").selectAll().where("key", "=", keyOf(name)).executeTakeFirst();
      return row ? toAccount(row) : null;
    },
    async add({ name, role, password, disabled, createdAt }) {
      const columns = { name, role, password, disabled: disabled ? 1 : 0, created_at: createdAt };
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("accounts")
        .values({ key: keyOf(name), ...columns })
        .onConflict((conflict) => conflict.column("key").doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    async change(name, { role, password, disabled }) {
      const to = {
        ...(role === undefined ? {} : { role }),
        ...(password === undefined ? {} : { password }),
        ...(disabled === undefined ? {} : { disabled: disabled ? 1 : 0 }),
      };
      await db.updateTable("accounts").set(to).where("key", "=", keyOf(name)).execute();
    },
  };
}

function secretsIn(db: Kysely<Tables>): Omit<AccountStore, "all" | "find" | "add" | "change"> {
  const ofPerson = (person: string) => keyOf(person);
  return {
    async addSecret({ hash, kind, person, label, scopes, createdAt, until }) {
      const columns = { kind, person: ofPerson(person), label, scopes: scopes.join(" "), created_at: createdAt, until };
      await db
        .insertInto("secrets")
        .values({ hash, ...columns })
        .onConflict((conflict) => conflict.column("hash").doNothing())
        .execute();
    },
    async secret(hash) {
      const row = await db.selectFrom("secrets").selectAll().where("hash", "=", hash).executeTakeFirst();
      return row ? toSecret(row) : null;
    },
    async secretsOf(person, kind) {
      const rows = await db
        .selectFrom("secrets")
        .selectAll()
        .where("person", "=", ofPerson(person))
        .where("kind", "=", kind)
        .orderBy("created_at")
        .orderBy("hash")
        .execute();
      return rows.map(toSecret);
    },
    async takeSecret(hash) {
      const { numDeletedRows } = await db.deleteFrom("secrets").where("hash", "=", hash).executeTakeFirst();
      return numDeletedRows > 0n;
    },
    async removeSecrets(person, kind, but = "") {
      await db
        .deleteFrom("secrets")
        .where("person", "=", ofPerson(person))
        .where("kind", "=", kind)
        .where("hash", "!=", but)
        .execute();
    },
    removeEnded: async (before) => void (await db.deleteFrom("secrets").where("until", "<", before).execute()),
  };
}

const toAccount = (row: Selectable<Tables["accounts"]>): Account => ({
  name: row.name,
  role: row.role,
  password: row.password,
  disabled: row.disabled === 1,
  createdAt: row.created_at,
});

const toSecret = (row: Selectable<Tables["secrets"]>): Secret => ({
  hash: row.hash,
  kind: row.kind,
  person: row.person,
  label: row.label,
  scopes: row.scopes.split(" ").filter(Boolean) as Scope[],
  createdAt: row.created_at,
  until: row.until,
});
