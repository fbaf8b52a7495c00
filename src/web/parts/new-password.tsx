import type { ReactNode } from "react";
import { Refused } from "../api.ts";
import { Field, Form } from "./form.tsx";

type Props = {
  button: string;
  choose: (password: string, fields: FormData) => Promise<string | undefined>;
  children?: ReactNode;
};

/** A password chosen, given twice. */
export function NewPassword({ button, choose, children }: Props) {
  const send = async (fields: FormData) => {
    const password = String(fields.get("password"));
    if (password !== fields.get("again")) throw new Refused(400, "The two are not the same.");
    return choose(password, fields);
  };
  return (
    <Form send={send} button={button}>
      {children}
      <Field
        name="password"
        label="New password"
        type="password"
        autoComplete="new-password"
        least={12}
        hint="At least 12 characters: four words in a row do well."
      />
      <Field name="again" label="The same again" type="password" autoComplete="new-password" least={12} />
    </Form>
  );
}
