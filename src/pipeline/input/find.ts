import { type BigIntStats, readFileSync } from "node:fs";
import { glob, lstat, open, readdir, readFile, realpath } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { Input } from "../../store/stored.ts";
import { ignoring } from "./ignore.ts";
import { type FoundInput, type InputOptions, InputRefusal, isMail, tooLarge } from "./input.ts";
import { isFolder, lookAtPath, lookOf } from "./look.ts";
import { printable } from "./printable.ts";

/**
 * The files that the words on a command line mean: files, folders (walked, in the order of names), globs, zip archives, and what is attached to e-mails. Whatever
 * cannot be read comes as a failure; nothing is left out silently but hidden files and what `ignore` names.
 */
export async function* findInputs(given: readonly string[], options: InputOptions): AsyncIterable<FoundInput> {
  for (const words of given)
    for await (const input of findOne(words, options))
      if (options.unpack) yield* withAttached(input, options);
      else yield shown(input);
}

/** An input, and what is attached to it where it is an e-mail. */
async function* withAttached(input: FoundInput, options: Pick<InputOptions, "bytes">): AsyncIterable<FoundInput> {
  yield shown(input);
  if (isMail(input))
    for await (const attached of (await attachments()).attachedInputs(input, options)) yield shown(attached);
}

// what takes e-mails and archives apart is loaded where there are some
const attachments = () => import("./attached.ts");
const archives = () => import("./archive.ts");

const shown = (input: FoundInput): FoundInput => ({
  ...input,
  uri: printable(input.uri),
  name: printable(input.name),
});

/** How many files those words mean; an archive counts as one, and an e-mail with what is attached to it. */
export async function countInputs(given: readonly string[], options: InputOptions): Promise<number> {
  let count = 0;
  for await (const _ of findInputs(given, { ...options, unpack: false })) count++;
  return count;
}

/**
 * The files that bytes hold which came by themselves: one as it is, a zip archive's, and what is attached to e-mails. Whatever cannot be read comes as a
 * failure.
 */
export async function* inputsIn(
  place: Input,
  bytes: Uint8Array,
  options: Pick<InputOptions, "bytes">,
): AsyncIterable<FoundInput> {
  for await (const input of filesIn(place, bytes, options)) yield* withAttached(input, options);
}

async function* filesIn(
  place: Input,
  bytes: Uint8Array,
  options: Pick<InputOptions, "bytes">,
): AsyncIterable<FoundInput> {
  const { archiveIn, archiveInputs, looksLikeArchive } = await archives();
  if (/\.zip$/i.test(place.name) && looksLikeArchive(bytes)) yield* archiveInputs(archiveIn(place, bytes), options);
  else if (bytes.length > options.bytes)
    yield { ...place, failure: { code: "too-large", message: tooLarge(bytes.length, options.bytes) } };
  else yield { ...place, read: async () => bytes };
}

async function* findOne(words: string, options: InputOptions): AsyncIterable<FoundInput> {
  const path = resolve(words);
  if (await exists(path)) {
    const top: Place = { path, uri: basename(path), base: dirname(path) };
    const stats = lookAtPath(path);
    yield* isFolder(stats) ? walkTop(path, options) : lookAt(top, stats, options);
    return;
  }
  const base = globBase(words);
  const ignored = ignoring(options.ignore);
  let found = false;
  if (base !== null)
    for (const match of (await Array.fromAsync(glob(words))).sort()) {
      const path = resolve(match);
      const stats = lookAtPath(path);
      if (isFolder(stats)) continue;
      found = true;
      const uri = slashed(relative(resolve(base), path));
      if (!ignored(uri, basename(path))) yield* lookAt({ path, uri, base }, stats, options);
    }
  if (!found) yield failed({ path, uri: words, base: "" }, "not-found", base === null ? NOT_THERE : NO_MATCH);
}

const NOT_THERE = "There is no such file or folder. Check the path.";
const NO_MATCH = "No file matches this pattern. Check it, and put it in quotes if the shell changes it.";

/** A file or folder on the way: its absolute path, and how it is called in records. */
type Place = { path: string; uri: string; base: string };

async function* walkTop(path: string, options: InputOptions): AsyncIterable<FoundInput> {
  let found = false;
  const ignores = [ignoring(options.ignore), ...(await Promise.all(foldersAbove(path).map(ignoreFile)))];
  for await (const input of walk({ path, uri: "", base: path }, options, new Set(), ignores)) {
    found = true;
    yield input;
  }
  if (!found)
    yield failed({ path, uri: basename(path), base: path }, "empty-folder", "There is no file in this folder to read.");
}

const foldersAbove = (path: string): string[] => {
  const above = dirname(path);
  return above === path ? [] : [above, ...foldersAbove(above)];
};

type Ignore = ReturnType<typeof ignoring>;

async function* walk(
  folder: Place,
  options: InputOptions,
  seen: ReadonlySet<string>,
  above: readonly Ignore[],
): AsyncIterable<FoundInput> {
  const real = await realpath(folder.path);
  // a link to a folder above would be walked for ever
  if (seen.has(real)) return;
  const names = await readdir(folder.path).catch((error: NodeJS.ErrnoException) => error);
  if (!Array.isArray(names)) return yield failed(folder, "not-permitted", whyNot(names));
  const ignores = [...above, await ignoreFile(folder.path)];
  for (const name of names.sort()) {
    if (name.startsWith(".")) continue;
    const place = {
      path: join(folder.path, name),
      uri: folder.uri ? `${folder.uri}/${name}` : name,
      base: folder.base,
    };
    if (options.own.includes(place.path) || ignores.some((ignored) => ignored(place.uri, name))) continue;
    const stats = lookAtPath(place.path);
    if (isFolder(stats)) yield* walk(place, options, new Set([...seen, real]), ignores);
    else yield* lookAt(place, stats, options);
  }
}

/** `.answerableignore` in a folder names, a glob a line, what in it and below is no document. */
async function ignoreFile(folder: string): Promise<Ignore> {
  const lines = await readFile(join(folder, ".answerableignore"), "utf8").catch(() => "");
  return ignoring(lines.split(/\r?\n/));
}

async function* lookAt(
  place: Place,
  stats: BigIntStats | NodeJS.ErrnoException,
  options: InputOptions,
): AsyncIterable<FoundInput> {
  if (!(stats instanceof Error) && stats.isFile()) {
    if (options.unpack && /\.zip$/i.test(place.path) && (await startsAsArchive(place.path))) {
      const { archiveAt, archiveInputs } = await archives();
      yield* archiveInputs(archiveAt(named(place)), options);
    } else if (stats.size > options.bytes)
      yield failed(place, "too-large", tooLarge(Number(stats.size), options.bytes));
    else {
      const input = named(place);
      const atOnce = isMail(input) && stats.size <= AT_ONCE;
      yield { ...input, read: () => readBytes(place.path, atOnce), look: lookOf(stats, Date.now()) };
    }
    return;
  }
  if (!(stats instanceof Error)) yield failed(place, "not-a-file", "This is neither a file nor a folder.");
  else if (stats.code === "ENOENT")
    yield (await exists(place.path))
      ? failed(place, "dangling-link", "This link points at nothing. Mend or remove it.")
      : failed(place, "unreadable-name", "The file is gone, or its name is not UTF-8. Rename it.");
  else yield failed(place, "not-permitted", whyNot(stats));
}

async function startsAsArchive(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null);
  if (!file) return false;
  try {
    const head = Buffer.alloc(4);
    await file.read(head, 0, 4, 0);
    return (await archives()).looksLikeArchive(head);
  } finally {
    await file.close();
  }
}

/** E-mails are opened one after another on the way, for what is attached: handing small ones to a thread takes ten times as long as reading them. In bytes. */
const AT_ONCE = 100_000;

async function readBytes(path: string, atOnce: boolean): Promise<Uint8Array> {
  try {
    return atOnce ? readFileSync(path) : await readFile(path);
  } catch (error) {
    throw new InputRefusal("not-permitted", whyNot(error as NodeJS.ErrnoException), { cause: error });
  }
}

const whyNot = (error: NodeJS.ErrnoException): string =>
  error.code === "EACCES" || error.code === "EPERM"
    ? "This may not be read by the user who runs answerable. Change its rights."
    : `This could not be read (${error.code ?? error.message}). Check the disk and try again.`;

const named = ({ path, uri }: Place) => ({ location: path, uri, name: basename(path) });

const failed = (place: Place, code: string, message: string): FoundInput => ({
  ...named(place),
  failure: { code, message },
});

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

/** The folder from which a glob looks; null for words without wild cards. */
function globBase(words: string): string | null {
  if (!/[*?[{]/.test(words)) return null;
  const steps = slashed(words).split("/");
  return (
    steps
      .slice(
        0,
        steps.findIndex((step) => /[*?[{]/.test(step)),
      )
      .join("/") || (words.startsWith("/") ? "/" : ".")
  );
}

const slashed = (path: string): string => path.split(sep).join("/");
