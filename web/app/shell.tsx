import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import { Spoken } from '../parts/spoken.tsx';
import { isWithin } from './is-within.ts';
import { type Language, useLanguage, useWords } from './language.tsx';
import { pages } from './pages.ts';
import type { Session } from './session.ts';
import { SessionNotice } from './session-notice.tsx';
import { useQuery } from './use-query.ts';
import { useSession } from './use-session.ts';

const words = {
  vi: {
    skip: 'Đến nội dung chính',
    tagline: 'Số liệu chuyển đổi số của các tỉnh, thành phố',
    menu: 'Mục lục',
    pages: 'Các trang',
    yours: 'Việc của bạn',
    language: 'Ngôn ngữ',
    signIn: 'Đăng nhập',
    account: 'Tài khoản',
    about:
      'Số liệu do các đơn vị báo cáo và ký xác nhận. Số tạm tính còn thay đổi cho đến khi chốt cho phiên họp.',
    data: 'Dữ liệu mở (JSON)',
  },
  en: {
    skip: 'Skip to main content',
    tagline: 'The provinces’ digital transformation in figures',
    menu: 'Menu',
    pages: 'Pages',
    yours: 'Your work',
    language: 'Language',
    signIn: 'Sign in',
    account: 'Account',
    about:
      'Figures are reported and signed by the units. Provisional figures change until they are frozen for the meeting.',
    data: 'Open data (JSON)',
  },
};

/** What stands around every page: brand, navigation by role, language, account, footer. */
export function Shell({
  onLanguage,
  children,
}: {
  onLanguage: (language: Language) => void;
  children: ComponentChildren;
}) {
  const say = useWords(words);
  const session = useSession();
  return (
    <>
      <a class="skip" href="#main">
        {say.skip}
      </a>
      <header class="site">
        <div class="bar">
          <a class="brand" href="/">
            <span class="brand-name">Điểm Cầu</span>
            <span class="brand-tag">{say.tagline}</span>
          </a>
          <div class="tools">
            <LanguageSwitch onLanguage={onLanguage} label={say.language} />
            <AccountLink session={session} signIn={say.signIn} account={say.account} />
          </div>
        </div>
        <Navigation session={session} />
      </header>
      <main id="main" tabIndex={-1}>
        <SessionNotice />
        {children}
      </main>
      <Spoken />
      <footer class="site">
        <p>{say.about}</p>
        <p>
          <a href="/v1/public/meetings">{say.data}</a>
        </p>
      </footer>
    </>
  );
}

function LanguageSwitch({ onLanguage, label }: { onLanguage: (to: Language) => void; label: string }) {
  const language = useLanguage();
  const { query, change } = useQuery();
  const choose = (next: Language) => {
    onLanguage(next);
    // What the reader chooses goes before what a link asked for, also once the page is loaded again.
    if (query.lang !== undefined) change({ lang: null });
  };
  return (
    <fieldset class="language" aria-label={label}>
      {(['vi', 'en'] as const).map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={each === language}
          onClick={() => choose(each)}
        >
          {each === 'vi' ? 'Tiếng Việt' : 'English'}
        </button>
      ))}
    </fieldset>
  );
}

function AccountLink({
  session,
  signIn,
  account,
}: {
  session: Session | null;
  signIn: string;
  account: string;
}) {
  const { url } = useLocation();
  if (session !== null) return <a href="/tai-khoan">{session.name ?? account}</a>;
  return <a href={`/dang-nhap?ve=${encodeURIComponent(url)}`}>{signIn}</a>;
}

/** Everybody's pages, and below them those of the reader's roles. On a phone they fold into a menu. */
function Navigation({ session }: { session: Session | null }) {
  const say = useWords(words);
  const language = useLanguage();
  const { path } = useLocation();
  const listed = pages.filter(({ nav }) => nav !== null);
  const common = listed.filter(({ roles }) => roles === null);
  const own = listed.filter(({ roles }) => roles?.some((role) => session?.roles.includes(role)));
  const links = (entries: typeof listed, label: string) => (
    <nav aria-label={label}>
      <ul>
        {entries.map((entry) => (
          <li key={entry.path}>
            <a href={entry.path} aria-current={isWithin(path, entry.path, '/') ? 'page' : undefined}>
              {entry.nav?.[language]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
  return (
    <details class="menu" key={path} open={isWide()}>
      <summary>{say.menu}</summary>
      {links(common, say.pages)}
      {own.length > 0 && links(own, say.yours)}
    </details>
  );
}

function isWide(): boolean {
  return matchMedia('(min-width: 48rem)').matches;
}
