import { Argument, type Command, Option } from "commander";
import { z } from "zod";
import { Role, Scope, type User, UserName } from "../records/account.ts";
import { type Accounts, createAccounts } from "../server/accounts.ts";
import { invitationPath } from "../server/routes/users.ts";
import { EXIT, UsageError } from "./exit.ts";
import { collect, toAddress, toNumber } from "./options.ts";
import { loadSettings } from "./settings.ts";
import { style } from "./style.ts";
import { formatTable } from "./table.ts";
import { withStore } from "./with-store.ts";

type Flags = {
  role?: Role;
  scope?: string[];
  label: string;
  days: number;
  address: URL;
  json?: boolean;
  store?: string;
};
type At = { accounts: Accounts; name: string; flags: Flags };

const EXAMPLES = `
Examples:
  answerable user add ada --role admin
  answerable user token ada --scope read --label "nightly export"
`;

/** `answerable user add|role|disable|enable|reset|token|list` */
export function addUser(program: Command): void {
  program
    .command("user")
    .description("say who may come in to the review desk, and what they may do there")
    .addArgument(new Argument("<what>", "what to do").choices(Object.keys(DO)))
    .argument("[name]", "whose account")
    .addOption(new Option("--role <role>", "with add and role (default: reviewer)").choices(Role.options))
    .option("--scope <scope>", `with token: ${Scope.options.join(", ")} (may be given again)`, collect)
    .option("--label <words>", "with token: what it is for", "made by answerable user token")
    .option("--days <n>", "with token: how long it is good", toNumber, 90)
    .option("--address <url>", "where the desk is, for the links", toAddress, new URL("http://127.0.0.1:4173"))
    .option("--json", "with list: as JSON")
    .option("--store <path>", "the store's file (default: ./answerable.db)")
    .addHelpText("after", EXAMPLES)
    .action((what: keyof typeof DO, name: string | undefined, flags: Flags) =>
      withStore(
        loadSettings({ store: flags.store }).store,
        async (store) => {
          const accounts = createAccounts(store.accounts);
          process.exitCode = await DO[what]({ accounts, name: what === "list" ? "" : checkedName(name), flags });
        },
        what === "add",
      ),
    );
}

function checkedName(name: string | undefined): string {
  const checked = UserName.safeParse(name ?? "");
  if (!checked.success) throw new UsageError(`Give a name. ${z.prettifyError(checked.error)}`);
  return checked.data;
}

async function add({ accounts, name, flags }: At): Promise<number> {
  const role = flags.role ?? "reviewer";
  const token = await accounts.invite(name, role);
  if (!token) throw new UsageError(`There is somebody called "${name}" already. answerable user list shows all.`);
  return printInvitation(`${name} may come in as ${role}`, token, flags);
}

async function reset(at: At): Promise<number> {
  const { name } = await found(at);
  const token = await at.accounts.reset(name);
  return printInvitation(`The password of ${name} and all sessions have ended`, token, at.flags);
}

function printInvitation(words: string, token: string, { address }: Flags): number {
  console.log(`${words}. This link is good once, for seven days:`);
  console.log(style.strong(`${address.origin}${invitationPath(token)}`));
  return EXIT.done;
}

async function role(at: At): Promise<number> {
  const { flags, accounts } = at;
  if (!flags.role) throw new UsageError(`Say which: --role ${Role.options.join("|")}`);
  const { name } = await found(at);
  await accounts.change(name, { role: flags.role });
  console.log(`${name} is now ${flags.role}.`);
  return EXIT.done;
}

async function setDisabled(at: At, disabled: boolean): Promise<number> {
  const { name } = await found(at);
  await at.accounts.change(name, { disabled });
  console.log(disabled ? `${name} comes in no more; sessions and tokens have ended.` : `${name} may come in again.`);
  return EXIT.done;
}

async function token(at: At): Promise<number> {
  const { accounts, flags } = at;
  const { name } = await found(at);
  const scopes = z.array(Scope).min(1).safeParse(flags.scope);
  if (!scopes.success) throw new UsageError(`Say what it is good for: --scope ${Scope.options.join("|")}`);
  console.log(await accounts.makeToken(name, flags.label, scopes.data, flags.days));
  console.error(style.faint("Shown this once. Programs send it as: Authorization: Bearer TOKEN"));
  return EXIT.done;
}

async function list({ accounts, flags }: At): Promise<number> {
  const users = await accounts.users();
  if (flags.json) console.log(JSON.stringify(users));
  else
    console.log(
      formatTable(
        ["name", "role", "state", "since"].map((heading) => ({ heading })),
        users.map((user) => [user.name, user.role, stateOf(user), user.createdAt.slice(0, 10)]),
      ).join("\n"),
    );
  return EXIT.done;
}

const stateOf = ({ disabled, invited }: User): string => (disabled ? "disabled" : invited ? "invited" : "active");

async function found({ accounts, name }: At): Promise<User> {
  const user = await accounts.user(name);
  if (!user) throw new UsageError(`There is nobody called "${name}". answerable user list shows all.`);
  return user;
}

const DO = {
  add,
  role,
  disable: (at: At) => setDisabled(at, true),
  enable: (at: At) => setDisabled(at, false),
  reset,
  token,
  list,
} as const satisfies Record<string, (at: At) => Promise<number>>;
