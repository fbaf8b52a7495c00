import { useResource } from "../api.ts";
import { LinkTo } from "../parts/link-to.tsx";
import { Waiting } from "../parts/waiting.tsx";
import type { Letter } from "../views.ts";
import { dayWords, personWords } from "../words.ts";

/** Letters and replies that are about each other, as they came one after the other. */
export function CorrespondencePage({ id }: { id: string }) {
  const letters = useResource<{ rows: Letter[] }>(`/documents/${id}/correspondence`);
  return (
    <>
      <h1>Letters and replies</h1>
      <Waiting of={letters}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="empty">Nothing is asked or promised in this document, and it answers nothing.</p>
          ) : (
            <ol className="timeline">
              {rows.map((letter) => (
                <li key={placeOf(letter)} id={placeOf(letter)}>
                  <LetterCard letter={letter} all={rows} />
                </li>
              ))}
            </ol>
          )
        }
      </Waiting>
    </>
  );
}

const placeOf = ({ document, id }: Pick<Letter, "document" | "id">): string => `${document.slice(0, 12)}-${id}`;

function LetterCard({ letter, all }: { letter: Letter; all: readonly Letter[] }) {
  const { document, kind, date, from, to, subject, name, title } = letter;
  return (
    <>
      <p className="faint">
        {date ? <time dateTime={date}>{dayWords(date)}</time> : "no day"} – {kind.replace("-", " ")}
      </p>
      <h2>
        <LinkTo to={`/documents/${document}`}>{subject ?? title ?? name}</LinkTo>
      </h2>
      <p>
        {from.length > 0 && `from ${from.map(personWords).join("; ")}`}
        {to.length > 0 && ` to ${to.map(personWords).join("; ")}`}
      </p>
      <Counts letter={letter} alone={all.every((each) => each === letter || each.document !== document)} />
      {letter.answers.map((answered) => (
        <Answers key={`${answered.document} ${answered.part}`} answered={answered} letter={letter} all={all} />
      ))}
    </>
  );
}

function Counts({ letter, alone }: { letter: Letter; alone: boolean }) {
  const { document, asked, replied, unanswered, promised } = letter;
  const rows: readonly [count: number, words: string, filter: string][] = [
    [replied, "replied to", "status=replied"],
    [unanswered, "passed over", "status=unanswered"],
    [asked - replied - unanswered, "open", "status=open"],
    [promised, "promised", "kind=undertaking"],
  ];
  return (
    <p>
      {asked > 0 && `${asked} asked`}
      {rows
        .filter(([count]) => count > 0)
        .map(([count, words, filter]) => (
          <span key={words}>
            {" · "}
            {alone ? (
              <LinkTo to={`/items?document=${document}&${filter}`}>{`${count} ${words}`}</LinkTo>
            ) : (
              `${count} ${words}`
            )}
          </span>
        ))}
    </p>
  );
}

const DAY = 86_400_000;

type AnswersProps = { answered: Letter["answers"][number]; letter: Letter; all: readonly Letter[] };

function Answers({ answered, letter, all }: AnswersProps) {
  const asking = all.find((each) => each.document === answered.document && each.id === answered.part);
  if (!asking) return null;
  const days =
    asking.date && letter.date ? Math.round((Date.parse(letter.date) - Date.parse(asking.date)) / DAY) : null;
  return (
    <p>
      takes up {answered.items} of what the{" "}
      <a href={`#${placeOf(asking)}`}>
        {asking.kind.replace("-", " ")}
        {asking.date && ` of ${dayWords(asking.date)}`}
      </a>{" "}
      asks
      {days !== null && days > 0 && `, ${days} days after it`}
    </p>
  );
}
