import { send, useResource } from "../api.ts";
import { Field, Form } from "../parts/form.tsx";
import { Waiting } from "../parts/waiting.tsx";

/** What strangers see: a name and a password where there are accounts, else where the link is. */
export function SignInPage({ then }: { then: () => void }) {
  const way = useResource<{ by: "password" | "link" }>("/sign-in");
  const signIn = async (fields: FormData) => {
    await send("POST", "/sign-in", { name: fields.get("name"), password: fields.get("password") });
    then();
    return undefined;
  };
  return (
    <main className="door">
      <h1>Nobody is signed in</h1>
      <Waiting of={way}>
        {({ by }) =>
          by === "link" ? (
            <p>Open the link that the terminal shows, or start the program again.</p>
          ) : (
            <>
              <Form send={signIn} button="Sign in">
                <Field name="name" label="Name" autoComplete="username" />
                <Field name="password" label="Password" type="password" autoComplete="current-password" />
              </Form>
              <p className="faint">Without a password, or when you forgot it, ask an admin of this desk for a link.</p>
            </>
          )
        }
      </Waiting>
    </main>
  );
}
