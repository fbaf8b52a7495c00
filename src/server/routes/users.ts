import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { Role, User, UserName } from "../../records/account.ts";
import type { Accounts } from "../accounts.ts";
import type { Desk } from "../desk.ts";
import type { Env } from "../guard.ts";
import { Problem } from "../problem.ts";
import { gives, takes } from "./respond.ts";

const Invited = z.object({
  user: User,
  path: z.string().describe("where the person chooses a password: good once, for seven days"),
});
const name = { params: z.object({ name: z.string().max(200) }) };

const list = createRoute({
  method: "get",
  path: "/users",
  summary: "Everybody who has an account",
  responses: gives(z.object({ rows: z.array(User) }), "The accounts, by name."),
});

const invite = createRoute({
  method: "post",
  path: "/users",
  summary: "Invite somebody",
  request: takes(z.strictObject({ name: UserName, role: Role })),
  responses: gives(Invited, "The account, with the path of its invitation. It is shown this once."),
});

const change = createRoute({
  method: "patch",
  path: "/users/{name}",
  summary: "Change what somebody may do, or let them in no more: their sessions and tokens then end at once",
  request: { ...name, ...takes(z.strictObject({ role: Role.optional(), disabled: z.boolean().optional() })) },
  responses: gives(User, "The account as it now stands."),
});

const reset = createRoute({
  method: "post",
  path: "/users/{name}/invitation",
  summary: "Invite somebody anew: the old password and all sessions end",
  request: name,
  responses: gives(Invited, "The account, with the path of its invitation. It is shown this once."),
});

/** Where an invitation leads. Its word stands behind the "#", so that no server writes it into a log. */
export const invitationPath = (token: string): string => `/welcome#${token}`;

/** What admins do with accounts. */
export function addUsers(app: OpenAPIHono<Env>, { accounts }: Desk): void {
  if (!accounts) return;
  app.openapi(list, async (context) => context.json({ rows: await accounts.users() }, 200));
  app.openapi(invite, async (context) => {
    const { name, role } = context.req.valid("json");
    const token = await accounts.invite(name, role);
    if (!token) throw new Problem(409, "There is somebody of this name already.");
    return context.json({ user: await found(accounts, name), path: invitationPath(token) }, 200);
  });
  app.openapi(change, async (context) => {
    const { name } = await found(accounts, context.req.valid("param").name);
    const to = context.req.valid("json");
    if (to.disabled || (to.role && to.role !== "admin")) await keepAnAdmin(accounts, name);
    await accounts.change(name, to);
    return context.json(await found(accounts, name), 200);
  });
  app.openapi(reset, async (context) => {
    const { name } = await found(accounts, context.req.valid("param").name);
    const token = await accounts.reset(name);
    return context.json({ user: await found(accounts, name), path: invitationPath(token) }, 200);
  });
}

async function found(accounts: Accounts, name: string): Promise<User> {
  const user = await accounts.user(name);
  if (!user) throw new Problem(404, "There is nobody of this name.");
  return user;
}

/** Throws where nobody could let others in any more. */
async function keepAnAdmin(accounts: Accounts, name: string): Promise<void> {
  const others = (await accounts.users()).filter((user) => user.name !== name);
  if (!others.some(({ role, disabled, invited }) => role === "admin" && !disabled && !invited))
    throw new Problem(409, "Somebody else must be an admin first.");
}
