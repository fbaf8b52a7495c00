import { type FormEvent, type ReactNode, useState } from "react";
import type { Refused } from "../api.ts";

type Props = { send: (fields: FormData) => Promise<string | undefined>; button: string; children: ReactNode };

/** Fields with one button. What `send` gives, or what it was refused with, is said below; the fields are emptied when it went well. */
export function Form({ send, button, children }: Props) {
  const [said, setSaid] = useState<{ words: string; bad: boolean }>({ words: "", bad: false });
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setBusy(true);
    try {
      setSaid({ words: (await send(new FormData(form))) ?? "", bad: false });
      form.reset();
    } catch (error) {
      setSaid({ words: (error as Refused).message, bad: true });
    }
    setBusy(false);
  };
  return (
    <form className="fields" onSubmit={submit}>
      {children}
      <p>
        <button type="submit" disabled={busy}>
          {button}
        </button>
      </p>
      <p role={said.bad ? "alert" : "status"} className="told">
        {said.words}
      </p>
    </form>
  );
}

type FieldProps = { name: string; label: string; type?: string; autoComplete?: string; hint?: string; least?: number };

/** One line to fill in, with its label and what to put there. */
export function Field({ name, label, type = "text", autoComplete = "off", hint, least }: FieldProps) {
  return (
    <p>
      <label>
        {label} <input name={name} type={type} autoComplete={autoComplete} minLength={least} maxLength={500} required />
      </label>
      {hint && <span className="faint"> {hint}</span>}
    </p>
  );
}
