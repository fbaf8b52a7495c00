import { useResource } from "../api.ts";
import { Waiting } from "../parts/waiting.tsx";

type Parameter = { name: string; in: string; required?: boolean; description?: string };
type Description = { paths: Record<string, Record<string, { summary: string; parameters?: Parameter[] }>> };

/** The routes of the API, from its own description. */
export function ApiPage() {
  const description = useResource<Description>("/openapi.json");
  return (
    <>
      <h1>The API</h1>
      <p>
        Everything on these pages comes from <code>/api/v1</code>. Its whole description, with the shape of each answer:{" "}
        <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1).
      </p>
      <Waiting of={description}>
        {({ paths }) =>
          Object.entries(paths).map(([path, methods]) =>
            Object.entries(methods).map(([method, { summary, parameters = [] }]) => (
              <section key={`${method} ${path}`}>
                <h2>
                  <code>
                    {method.toUpperCase()} {path}
                  </code>
                </h2>
                <p>{summary}</p>
                {parameters.length > 0 && (
                  <ul>
                    {parameters.map(({ name, required, description: words }) => (
                      <li key={name}>
                        <code>{name}</code>
                        {!required && " (may be left out)"}
                        {words && `: ${words}`}
                      </li>
                    ))}
                  </ul>
                )}
              </section>
            )),
          )
        }
      </Waiting>
    </>
  );
}
