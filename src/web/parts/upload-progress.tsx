import { useEffect, useState } from "react";
import type { UploadView } from "../views.ts";
import { LinkTo } from "./link-to.tsx";

const STATES: Record<UploadView["state"], string> = {
  waiting: "Waiting for its turn",
  reading: "Being read",
  linking: "Looking for what answers what",
  done: "Done",
  broken: "Broken off: the store could not be reached. The files are kept; open the desk anew.",
};

/** How far one upload is, told by the server as it goes on. */
export function UploadProgress({ upload: first }: { upload: UploadView }) {
  const upload = useProgress(first);
  const { by, startedAt, state, files, read, unchanged, failed, problems } = upload;
  return (
    <section className="upload">
      <h2>
        {files} {files === 1 ? "file" : "files"} by {by}, {startedAt.slice(11, 16)}
      </h2>
      <progress aria-label="How many are read" max={Math.max(1, files)} value={read + unchanged + failed} />
      <p role="status">
        {STATES[state]}. {read} read, {unchanged} known already, {failed} not read.
      </p>
      {problems.length > 0 && (
        <ul>
          {problems.map(({ name, message }) => (
            <li key={name}>
              <strong>{name}</strong>: {message}
            </li>
          ))}
        </ul>
      )}
      {state === "done" && <LinkTo to="/review">Review what was found</LinkTo>}
    </section>
  );
}

function useProgress(first: UploadView): UploadView {
  const [upload, setUpload] = useState(first);
  const ended = first.state === "done" || first.state === "broken";
  useEffect(() => {
    if (ended) return;
    const source = new EventSource(`/api/v1/uploads/${first.id}/events`);
    source.onmessage = ({ data }) => {
      const now = JSON.parse(data) as UploadView;
      setUpload(now);
      if (now.state === "done" || now.state === "broken") source.close();
    };
    return () => source.close();
  }, [first.id, ended]);
  return upload;
}
