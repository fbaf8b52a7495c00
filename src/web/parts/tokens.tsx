import { useState } from "react";
import type { ApiToken, Scope } from "../../records/account.ts";
import { send, useResource } from "../api.ts";
import { SCOPES } from "../session.ts";
import { Field, Form } from "./form.tsx";
import { Headings } from "./headings.tsx";
import { Waiting } from "./waiting.tsx";

/** One's tokens: those that are good, and a new one, which is shown once. */
export function Tokens({ scopes }: { scopes: readonly Scope[] }) {
  const tokens = useResource<{ rows: ApiToken[] }>("/tokens");
  const [made, setMade] = useState("");
  const make = async (fields: FormData) => {
    const wanted = { label: fields.get("label"), scopes: fields.getAll("scope"), days: Number(fields.get("days")) };
    setMade((await send<{ token: string }>("POST", "/tokens", wanted)).token);
    tokens.reload();
    return undefined;
  };
  return (
    <>
      <p>
        A program that sends <code>Authorization: Bearer TOKEN</code> may do in your name what its token is good for.
      </p>
      <Waiting of={tokens}>{({ rows }) => <List rows={rows} changed={tokens.reload} />}</Waiting>
      <Form send={make} button="Make a token">
        <Field name="label" label="What it is for" />
        <fieldset>
          <legend>What it may do</legend>
          {scopes.map((scope) => (
            <label key={scope}>
              <input type="checkbox" name="scope" value={scope} defaultChecked={scope === "read"} /> {SCOPES[scope]}
            </label>
          ))}
        </fieldset>
        <p>
          <label>
            For how many days <input name="days" type="number" min={1} max={366} defaultValue={90} required />
          </label>
        </p>
      </Form>
      {made && (
        <p className="notice" role="status">
          Copy it now, it is shown this once: <code>{made}</code>
        </p>
      )}
    </>
  );
}

function List({ rows, changed }: { rows: ApiToken[]; changed: () => void }) {
  if (rows.length === 0) return <p className="faint">There is none.</p>;
  return (
    <table>
      <Headings of={["For", "May", "Until", "Take back"]} />
      <tbody>
        {rows.map(({ id, label, scopes, until }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            <td>{scopes.map((scope) => SCOPES[scope]).join(", ")}</td>
            <td>{until.slice(0, 10)}</td>
            <td>
              <button type="button" onClick={() => send("DELETE", `/tokens/${id}`).finally(changed)}>
                Take back <span className="hidden">{label}</span>
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
