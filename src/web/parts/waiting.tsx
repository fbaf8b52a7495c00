import type { ReactNode } from "react";
import type { Resource } from "../api.ts";

/** What is shown of something that is being got: that it is coming, why it did not, or the thing itself. */
export function Waiting<T>({ of, children }: { of: Resource<T>; children: (value: T) => ReactNode }) {
  if (of.error)
    return (
      <div className="empty" role="alert">
        <p>{of.error.message}</p>
        <button type="button" onClick={of.reload}>
          Try again
        </button>
      </div>
    );
  if (of.value === null)
    return (
      <p className="empty" role="status">
        One moment …
      </p>
    );
  return children(of.value);
}
