import { useState } from "react";
import { Role, type User } from "../../records/account.ts";
import { type Refused, send, useResource } from "../api.ts";
import { Field, Form } from "../parts/form.tsx";
import { Headings } from "../parts/headings.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { ROLES } from "../session.ts";

type Invited = { user: User; path: string };

/** Who may come in, for admins. */
export function PeoplePage() {
  const users = useResource<{ rows: User[] }>("/users");
  const [said, setSaid] = useState("");
  const [link, setLink] = useState("");
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
      setSaid("");
    } catch (error) {
      setSaid((error as Refused).message);
    }
    users.reload();
  };
  const showLink = ({ user, path }: Invited) =>
    setLink(`Send this link to ${user.name}; it is good once, for seven days: ${location.origin}${path}`);
  const invite = async (fields: FormData) => {
    const person = { name: fields.get("name"), role: fields.get("role") };
    showLink(await send<Invited>("POST", "/users", person));
    users.reload();
    return undefined;
  };
  const change = (user: User, to: Partial<Pick<User, "role" | "disabled">>) =>
    attempt(() => send("PATCH", `/users/${encodeURIComponent(user.name)}`, to));
  const reset = (user: User) =>
    attempt(async () => showLink(await send<Invited>("POST", `/users/${encodeURIComponent(user.name)}/invitation`)));
  return (
    <>
      <h1>People</h1>
      <Waiting of={users}>
        {({ rows }) => (
          <table>
            <Headings of={["Name", "May do", "State", "Change"]} />
            <tbody>
              {rows.map((user) => (
                <Person key={user.name} {...{ user, change, reset }} />
              ))}
            </tbody>
          </table>
        )}
      </Waiting>
      <p role="alert">{said}</p>
      {link && (
        <p className="notice" role="status">
          {link}
        </p>
      )}
      <h2>Invite somebody</h2>
      <Form send={invite} button="Make a link">
        <Field name="name" label="Name" hint="It stands beside what they decide." />
        <fieldset>
          <legend>Role</legend>
          {Role.options.map((role) => (
            <label key={role}>
              <input type="radio" name="role" value={role} defaultChecked={role === "reviewer"} /> {role}: {ROLES[role]}
            </label>
          ))}
        </fieldset>
      </Form>
    </>
  );
}

type PersonProps = {
  user: User;
  change: (user: User, to: Partial<Pick<User, "role" | "disabled">>) => Promise<void>;
  reset: (user: User) => Promise<void>;
};

function Person({ user, change, reset }: PersonProps) {
  const { name, role, disabled, invited } = user;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <select
          aria-label={`Role of ${name}`}
          value={role}
          onChange={(event) => change(user, { role: event.target.value as Role })}
        >
          {Role.options.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </td>
      <td>{disabled ? "disabled" : invited ? "invited" : "active"}</td>
      <td>
        <button type="button" onClick={() => change(user, { disabled: !disabled })}>
          {disabled ? "Let in" : "Let in no more"} <span className="hidden">{name}</span>
        </button>{" "}
        <button type="button" onClick={() => reset(user)}>
          New link <span className="hidden">for {name}</span>
        </button>
      </td>
    </tr>
  );
}
