// What it costs to find out which of many letters answer which, and to hold what tells it.
//   node bench/pairing.ts [COUNT …]     (default: 10000 20000 40000 80000 150000 documents, each count in a process of its own)
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { cardOf, readCard } from "../src/link/card.ts";
import { type CorrespondenceCard, findCorrespondence } from "../src/link/correspondence.ts";
import { loadPipeline } from "../src/pipeline/load.ts";
import { extractRecords, readDocument } from "../src/pipeline/run.ts";

const pipeline = loadPipeline("gla-correspondence");
const counts = process.argv.slice(2).map(Number);

/** Letters that are read; all others are these again with other dates, references and words. */
const READ = 200;
const NAMES =
  "Penrose Okereke Lessing Farrow Hale Pike Marsh Ashby Quill Voss Sohal Dunmore Winslow Greaves Stone".split(" ");
const TOPICS = [
  "pier lifts",
  "night ferries",
  "river walls",
  "towpath lamps",
  "flood gates",
  "cycle hubs",
  "kiosk leases",
];
const MONTHS = ["January", "March", "May", "July", "September", "November"];
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length]!;

function correspondence(at: number): string[] {
  const [asks, answers, topic] = [pick(NAMES, at), pick(NAMES, at * 7 + 3), `${pick(TOPICS, at)} at pier ${at}`];
  const day = `${(at % 27) + 1} ${pick(MONTHS, at)} ${2012 + (at % 12)}`;
  const later = `${(at % 27) + 1} ${pick(MONTHS, at + 1)} ${2013 + (at % 12)}`;
  return [
    `Ada ${asks}\nChair\n\n${day}\n\nOur ref: QT/${1000 + at}\n\nDear Mr ${answers}\n\n${topic}\n\nWould you tell us how many staff look after ` +
      `the ${topic}? Please send us the survey of the ${topic} that your officers made.\n\nYours sincerely\n\nAda ${asks}\nChair\n`,
    `Tom ${answers}\nDirector\n\n${later}\n\nDear Ms ${asks}\n\nThank you for your letter of ${day} about the ${topic} (your ref: QT/${1000 + at}).` +
      `\n\nThere are ${at + 2} staff, and I will send you the survey.\n\nYours sincerely\n\nTom ${answers}\nDirector\n`,
  ];
}

const readLetters = (): Promise<string[]> =>
  Promise.all(
    Array.from({ length: READ / 2 }, (_, at) => correspondence(at))
      .flat()
      .map(async (text, at) => {
        const document = await readDocument({ name: `${at}.txt`, bytes: Buffer.from(text) }, pipeline);
        return JSON.stringify(cardOf(extractRecords(document, pipeline), pipeline.link));
      }),
  );

const NAME = new RegExp(`\\b(?:${NAMES.join("|")})\\b`, "gi");

/** The same card for another pair: its id, names, years and references moved, two of three hashes others. */
function again(json: string, round: number): CorrespondenceCard {
  const moved = json
    .replace(/"(?:19|20)\d\d(?=-\d\d-\d\d")/g, (year) => `"${Number(year.slice(1)) + (round % 60)}`)
    .replace(NAME, (name) => `${name}${round}`)
    .replace(/"qt\d+"/g, (reference) => `"${reference.slice(1, -1)}${round}"`)
    .replace(/"document":"[0-9a-f]{8}/, `"document":"${String(round).padStart(8, "0")}`)
    .replace(/\d{7,}(?=[,\]])/g, (hash) =>
      String(Number(hash) % 3 === 0 ? hash : (Number(hash) + round * 7919) % 2 ** 32),
    );
  return readCard(sorted(moved));
}

/** Sketches ascend. */
const sorted = (json: string): string =>
  json.replace(
    /\[(\d+(?:,\d+)+)\]/g,
    (_, list: string) => `[${Uint32Array.from(list.split(","), Number).sort().join()}]`,
  );

async function pairingOf(count: number): Promise<void> {
  const read = await readLetters();
  const cards = Array.from({ length: count }, (_, at) => again(read[at % READ]!, Math.floor(at / READ)));
  const from = process.cpuUsage();
  const pairs = findCorrespondence(cards, [], pipeline.link);
  const { user, system } = process.cpuUsage(from);
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(`| ${count} | ${pairs.length} | ${((user + system) / 1e6).toFixed(1)} | ${memory.toFixed(0)} |`);
}

if (counts.length === 1) await pairingOf(counts[0]!);
else {
  console.log("| documents | pairs | processor, s | most memory, MB |\n| --: | --: | --: | --: |");
  for (const count of counts.length > 0 ? counts : [10_000, 20_000, 40_000, 80_000, 150_000])
    spawnSync(process.execPath, [fileURLToPath(import.meta.url), String(count)], { stdio: "inherit" });
}
