import { send } from "../api.ts";
import { NewPassword } from "../parts/new-password.tsx";

/** Where an invitation leads: its word stands behind the "#" of the address. */
export function WelcomePage() {
  const accept = async (password: string) => {
    await send("POST", "/invitation", { token: location.hash.slice(1), password });
    // a fresh start, so that the word is nowhere in the history of the desk's pages
    location.replace("/");
    return undefined;
  };
  return (
    <main className="door">
      <h1>Welcome to answerable</h1>
      <p>Choose a password, with which you come in from now on.</p>
      <NewPassword button="Keep it and come in" choose={accept} />
    </main>
  );
}
