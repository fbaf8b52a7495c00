import { send } from "../api.ts";
import { Field } from "../parts/form.tsx";
import { NewPassword } from "../parts/new-password.tsx";
import { Tokens } from "../parts/tokens.tsx";
import { ROLES, type Session } from "../session.ts";

/** One's own account: password, sessions, tokens for programs. */
export function AccountPage({ session, left }: { session: Session; left: () => void }) {
  const change = async (next: string, fields: FormData) => {
    await send("PUT", "/password", { current: fields.get("current"), next });
    return "The password is changed. You are signed out everywhere else.";
  };
  return (
    <>
      <h1>{session.name}</h1>
      <p>
        You are {session.role === "admin" || session.role === "adjudicator" ? "an" : "a"} {session.role}, who{" "}
        {ROLES[session.role]}.
      </p>
      <h2>Password</h2>
      <NewPassword button="Change the password" choose={change}>
        <Field name="current" label="Current password" type="password" autoComplete="current-password" />
      </NewPassword>
      <h2>Sessions</h2>
      <p>
        <button type="button" onClick={() => send("DELETE", "/sessions").finally(left)}>
          Sign out everywhere
        </button>
      </p>
      <h2>Tokens for programs</h2>
      <Tokens scopes={session.scopes} />
    </>
  );
}
