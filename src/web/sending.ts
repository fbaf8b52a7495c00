import { get, postForm } from "./api.ts";
import type { UploadView } from "./views.ts";

/** What travels at once: well under what the server takes. */
const MOST = { files: 100, bytes: 30_000_000 };

/** What was sent since the program started, the last one first. Throws `Refused`. */
export const filesSent = async (): Promise<UploadView[]> => (await get<{ rows: UploadView[] }>("/uploads")).rows;

/** Sends files in parcels, one after another, and tells how many are left. Throws `Refused`. */
export async function* parcels(files: readonly File[]): AsyncIterable<{ upload: UploadView; left: number }> {
  for (let from = 0; from < files.length; ) {
    const parcel = parcelFrom(files.slice(from, from + MOST.files));
    from += parcel.length;
    const form = new FormData();
    for (const file of parcel) form.append("file", file, file.webkitRelativePath || file.name);
    yield { upload: await postForm<UploadView>("/uploads", form), left: files.length - from };
  }
}

/** As many of the first files as travel together; at least one. */
function parcelFrom(files: readonly File[]): readonly File[] {
  let bytes = 0;
  const most = files.findIndex((file, at) => {
    bytes += file.size;
    return at > 0 && bytes > MOST.bytes;
  });
  return most < 0 ? files : files.slice(0, most);
}
