import { send, useResource } from "../api.ts";
import { Headings } from "../parts/headings.tsx";
import { LinkTo } from "../parts/link-to.tsx";
import { Waiting } from "../parts/waiting.tsx";
import type { Session } from "../session.ts";

type Agreement = {
  items: number;
  agreed: number;
  alpha: number | null;
  pairs: { persons: [string, string]; items: number; agreed: number; kappa: number | null }[];
};
type ByKind = { all: Agreement; kinds: (Agreement & { kind: string })[] };

/** How well those agree who judged the same items, and whether two are asked to; for those who settle differences. */
export function AgreementPage({ session }: { session: Session }) {
  const agreement = useResource<ByKind>("/agreement");
  return (
    <>
      <h1>Agreement</h1>
      <DoubleReview mayChange={session.scopes.includes("admin")} />
      <p>
        <LinkTo className="button" to="/items?disputed=true">
          Show what is disputed
        </LinkTo>
      </p>
      <Waiting of={agreement}>
        {(value) =>
          value.all.items === 0 ? (
            <p className="empty">Nobody has judged what somebody else judged too, without having seen it.</p>
          ) : (
            <Numbers of={value} />
          )
        }
      </Waiting>
    </>
  );
}

function DoubleReview({ mayChange }: { mayChange: boolean }) {
  const settings = useResource<{ doubleReview: boolean }>("/settings");
  const on = settings.value?.doubleReview ?? false;
  const change = () => {
    settings.replace({ doubleReview: !on });
    send("PUT", "/settings", { doubleReview: !on }).finally(settings.reload);
  };
  return (
    <p>
      <label>
        <input type="checkbox" checked={on} disabled={!mayChange || !settings.value} onChange={change} /> Double review
      </label>
      <span className="faint">
        {" "}
        Two people judge each item, and neither sees what the other said before having judged it. Who settles
        differences sees both.
      </span>
    </p>
  );
}

const number = (value: number | null): string => (value === null ? "–" : value.toFixed(2));

function Numbers({ of: { all, kinds } }: { of: ByKind }) {
  const rows = [{ ...all, kind: "all" }, ...kinds.filter(({ items }) => items > 0)];
  return (
    <>
      <table>
        <caption>By kind</caption>
        <Headings of={["Kind", "Judged by two", "Said the same", "Krippendorff’s alpha"]} />
        <tbody>
          {rows.map(({ kind, items, agreed, alpha }) => (
            <tr key={kind}>
              <th scope="row">{kind}</th>
              <td>{items}</td>
              <td>{agreed}</td>
              <td>{number(alpha)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>Two by two</caption>
        <Headings of={["People", "Judged by both", "Said the same", "Cohen’s kappa"]} />
        <tbody>
          {all.pairs.map(({ persons, items, agreed, kappa }) => (
            <tr key={persons.join(" ")}>
              <th scope="row">{persons.join(" and ")}</th>
              <td>{items}</td>
              <td>{agreed}</td>
              <td>{number(kappa)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="faint">
        Both numbers leave out what people would agree on by chance: 1 is full agreement, 0 is no more than chance.
        Under 0.67 the verdicts say little (Krippendorff). A dash stands where there is nothing to disagree on.
      </p>
    </>
  );
}
