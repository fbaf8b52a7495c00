import { type ChangeEvent, useEffect, useState } from "react";
import type { Refused } from "../api.ts";
import { UploadProgress } from "../parts/upload-progress.tsx";
import { filesSent, parcels } from "../sending.ts";
import type { UploadView } from "../views.ts";

/** Adding documents: single files or a whole folder, and how far their reading is. */
export function UploadPage() {
  const [uploads, setUploads] = useState<UploadView[]>([]);
  const [said, setSaid] = useState("");
  useEffect(() => {
    filesSent().then(
      // what was added meanwhile stays
      (known) =>
        setUploads((before) => [...before, ...known.filter(({ id }) => before.every((each) => each.id !== id))]),
      (error: Refused) => setSaid(error.message),
    );
  }, []);
  const add = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])].filter((file) => !file.name.startsWith("."));
    target.value = "";
    try {
      for await (const { upload, left } of parcels(files)) {
        setUploads((before) => [upload, ...before]);
        setSaid(left > 0 ? `${left} files are still to be sent. Stay on this page.` : "All files are sent.");
      }
    } catch (error) {
      setSaid((error as Refused).message);
    }
  };
  return (
    <>
      <h1>Add documents</h1>
      <p>
        PDF, Word (.docx), web pages, e-mail with what is attached to it, Markdown, text, and zip archives of these.
        What was read already is not read again.
      </p>
      <p className="choices">
        <label>
          Files <input type="file" multiple onChange={add} />
        </label>
        <label>
          A folder <input type="file" multiple onChange={add} {...{ webkitdirectory: "" }} />
        </label>
      </p>
      <p role="status">{said}</p>
      {uploads.map((upload) => (
        <UploadProgress key={upload.id} upload={upload} />
      ))}
    </>
  );
}
