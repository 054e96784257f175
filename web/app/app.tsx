import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { LocationProvider, Route, Router, useLocation, useRoute } from 'preact-iso';
import { useFollowDone } from './done.ts';
import { FaultBoundary } from './fault-boundary.tsx';
import { applyLanguage, initialLanguage, type Language, LanguageContext } from './language.tsx';
import { lazyPage } from './lazy-page.tsx';
import { NotFound } from './not-found.tsx';
import { ownPages } from './own-pages.ts';
import { PageFrame } from './page-frame.tsx';
import { type PageEntry, pages } from './pages.ts';
import { Shell } from './shell.tsx';
import { usePersonEpoch } from './use-session.ts';

// Made once: a component made anew would be mounted anew.
const routed = pages.map((entry) => ({ entry, Page: framed(entry, lazyPage(entry.load)) }));

/** The whole portal: language, location, frame, and the page of the address. */
export function App() {
  const [language, setLanguage] = useState<Language>(initialLanguage);
  useEffect(() => applyLanguage(language), [language]);
  return (
    <LanguageContext.Provider value={language}>
      <FaultBoundary>
        <LocationProvider scope={ownPages}>
          <Shell onLanguage={setLanguage}>
            <PageOfAddress />
          </Shell>
        </LocationProvider>
      </FaultBoundary>
    </LanguageContext.Provider>
  );
}

function PageOfAddress() {
  const { url } = useLocation();
  useFollowDone();
  return (
    <FaultBoundary key={usePersonEpoch()} url={url}>
      <Router onRouteChange={() => scrollTo(0, 0)}>
        {routed.map(({ entry, Page }) => (
          <Route key={entry.path} path={entry.path} component={Page} />
        ))}
        <Route default component={NotFound} />
      </Router>
    </FaultBoundary>
  );
}

function framed(entry: PageEntry, Page: ComponentType) {
  return function Framed() {
    // A page is made anew for another address: what was entered belongs to the one before. Of its own address, since
    // it stays on the screen while the code of the next page is on its way.
    const { path } = useRoute();
    return (
      <PageFrame roles={entry.roles}>
        <Page key={path} />
      </PageFrame>
    );
  };
}
