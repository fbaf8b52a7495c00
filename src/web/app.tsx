import { type ReactNode, useEffect, useState } from "react";
import { signOut, useResource } from "./api.ts";
import { AcceptPage } from "./pages/accept-page.tsx";
import { AccountPage } from "./pages/account-page.tsx";
import { AgreementPage } from "./pages/agreement-page.tsx";
import { ApiPage } from "./pages/api-page.tsx";
import { CorrespondencePage } from "./pages/correspondence-page.tsx";
import { DocumentPage } from "./pages/document-page.tsx";
import { DocumentsPage } from "./pages/documents-page.tsx";
import { FailuresPage } from "./pages/failures-page.tsx";
import { ItemsPage } from "./pages/items-page.tsx";
import { OverviewPage } from "./pages/overview-page.tsx";
import { PairPage } from "./pages/pair-page.tsx";
import { PeoplePage } from "./pages/people-page.tsx";
import { QuestionPage } from "./pages/question-page.tsx";
import { ReviewPage } from "./pages/review-page.tsx";
import { SearchPage } from "./pages/search-page.tsx";
import { SignInPage } from "./pages/sign-in-page.tsx";
import { UploadPage } from "./pages/upload-page.tsx";
import { WelcomePage } from "./pages/welcome-page.tsx";
import { Help } from "./parts/help.tsx";
import { LinkTo } from "./parts/link-to.tsx";
import { Troubles } from "./parts/troubles.tsx";
import { useKeys } from "./parts/use-keys.ts";
import { go, useAddress } from "./route.ts";
import { ownPages, type Session } from "./session.ts";
import { allSent } from "./under-way.ts";

const PAGES: readonly [path: string, name: string][] = [
  ["/", "Overview"],
  ["/review", "Review"],
  ["/items", "Items"],
  ["/documents", "Documents"],
  ["/search", "Search"],
  ["/failures", "Not read"],
];

/** The review desk. */
export function App() {
  const address = useAddress();
  const session = useResource<Session>("/session");
  const [help, setHelp] = useState(false);
  useKeys({
    "[Shift]+?": () => setHelp(true),
    "g o": () => go("/"),
    "g r": () => go("/review"),
    "g i": () => go("/items"),
    "g d": () => go("/documents"),
  });
  useEffect(() => {
    const pages = [...PAGES, ...(session.value ? ownPages(session.value) : [])];
    const name = pages.find(([path]) => path === address.pathname)?.[1];
    document.title = name ? `${name} – answerable` : "answerable";
  }, [address.pathname, session.value]);
  if (address.pathname === "/welcome") return <WelcomePage />;
  if (session.error?.status === 401) return <SignInPage then={session.reload} />;
  if (session.error) return <Stranger words={session.error.message} />;
  if (!session.value) return null;
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <header className="bar">
        <strong>answerable</strong>
        <nav aria-label="Pages" className="tabs">
          {[...PAGES, ...ownPages(session.value)].map(([path, name]) => (
            <LinkTo key={path} to={path} current={address.pathname === path}>
              {name}
            </LinkTo>
          ))}
          {session.value.queues && <a href={session.value.queues}>Queues</a>}
        </nav>
        <span className="who">
          {session.value.by === "password" ? <LinkTo to="/account">{session.value.name}</LinkTo> : session.value.name}
        </span>
        <button type="button" onClick={() => setHelp(true)}>
          Keys <kbd>?</kbd>
        </button>
        <button type="button" onClick={() => allSent().then(signOut).finally(session.reload)}>
          Sign out
        </button>
      </header>
      <main id="main" tabIndex={-1}>
        <Troubles />
        {ownPageAt(address, session.value, session.reload) ?? pageAt(address)}
      </main>
      <Help open={help} close={() => setHelp(false)} />
    </>
  );
}

function Stranger({ words }: { words: string }) {
  return (
    <main className="empty">
      <h1>The desk cannot be opened</h1>
      <p>{words}</p>
    </main>
  );
}

/** The pages that are about whoever is signed in; null for all others. */
function ownPageAt({ pathname }: URL, session: Session, left: () => void): ReactNode {
  if (pathname === "/account" && session.by === "password") return <AccountPage session={session} left={left} />;
  if (pathname === "/agreement") return <AgreementPage session={session} />;
  return null;
}

function pageAt({ pathname, searchParams }: URL): ReactNode {
  const [, page = "", id = ""] = pathname.split("/");
  if (page === "") return <OverviewPage />;
  if (page === "review" && id === "together") return <AcceptPage query={searchParams} />;
  if (page === "review") return <ReviewPage query={searchParams} />;
  if (page === "items" && id) return <PairPage key={id} id={id} query={searchParams} />;
  if (page === "items") return <ItemsPage query={searchParams} />;
  if (page === "documents" && id) return <DocumentPage key={id} id={id} query={searchParams} />;
  if (page === "documents") return <DocumentsPage />;
  if (page === "correspondence" && id) return <CorrespondencePage key={id} id={id} />;
  if (page === "questions") return <QuestionPage value={searchParams.get("number") ?? ""} />;
  if (page === "search") return <SearchPage query={searchParams} />;
  if (page === "upload") return <UploadPage />;
  if (page === "people") return <PeoplePage />;
  if (page === "failures") return <FailuresPage />;
  if (page === "documentation") return <ApiPage />;
  return (
    <div className="empty">
      <h1>There is no such page</h1>
      <LinkTo to="/">Go to the overview</LinkTo>
    </div>
  );
}
