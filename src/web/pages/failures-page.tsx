import { send, useResource } from "../api.ts";
import { Headings } from "../parts/headings.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { go } from "../route.ts";
import type { FailureRow } from "../views.ts";

/** What could not be read, and what to do about it. */
export function FailuresPage() {
  const failures = useResource<{ rows: FailureRow[] }>("/failures");
  return (
    <>
      <h1>Not read</h1>
      <Waiting of={failures}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="empty">Everything that was given could be read.</p>
          ) : (
            <>
              <p>
                These gave no record. Once mended, they can be added again.{" "}
                <button
                  type="button"
                  onClick={() => send("POST", "/failures/retry").then(() => go("/upload"), failures.reload)}
                >
                  Try all again
                </button>
              </p>
              <table>
                <Headings of={["Input", "Why", "What to do"]} />
                <tbody>
                  {rows.map((row) => (
                    <tr key={`${row.uri} ${row.code}`}>
                      <th scope="row">{row.uri}</th>
                      <td>
                        <code>{row.code}</code>
                      </td>
                      <td>{row.message}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          )
        }
      </Waiting>
    </>
  );
}
