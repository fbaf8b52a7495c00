import { Client } from "pg";

/** What a look at PostgreSQL found; `todo` is how to mend what is not well. */
export type PostgresCheck = { well: boolean; what: string; todo?: string };

/** Older ones are no longer supported by their makers. */
const OLDEST = 14;

/** Looks at a PostgreSQL database: whether it answers, is new enough, and lets us make tables. */
export async function checkPostgres(address: string): Promise<PostgresCheck[]> {
  const client = new Client({ connectionString: address, connectionTimeoutMillis: 5_000 });
  const { host, pathname } = new URL(address);
  const where = `${host}${pathname}`;
  try {
    await client.connect();
    const { rows } = await client.query(`select current_setting('server_version_num')::int as version,
      has_schema_privilege(current_schema(), 'CREATE') as may, current_schema() as schema, current_user as name,
      current_setting('server_encoding') as encoding`);
    const { version, may, schema, name, encoding } = rows[0]!;
    return [checkVersion(version, where), checkRights(may, schema, name), checkEncoding(encoding)];
  } catch (error) {
    const todo = `${(error as Error).message}. Start it, or set DATABASE_URL.`;
    return [{ well: false, what: `PostgreSQL at ${where} does not answer`, todo }];
  } finally {
    await client.end();
  }
}

function checkVersion(number: number, where: string): PostgresCheck {
  const major = Math.floor(number / 10_000);
  const what = `PostgreSQL ${major}.${number % 10_000} at ${where}`;
  return major >= OLDEST ? { well: true, what } : { well: false, what, todo: `Install PostgreSQL ${OLDEST} or later.` };
}

function checkRights(may: boolean, schema: string, name: string): PostgresCheck {
  if (may) return { well: true, what: `${name} may make tables in ${schema}` };
  const what = `${name} may not make tables in ${schema}`;
  return { well: false, what, todo: `As the database's owner: grant create on schema ${schema} to ${name};` };
}

function checkEncoding(encoding: string): PostgresCheck {
  if (encoding === "UTF8") return { well: true, what: "encoding UTF8" };
  return {
    well: false,
    what: `encoding ${encoding}`,
    todo: "Make the database anew: createdb --encoding UTF8 --template template0 …",
  };
}
