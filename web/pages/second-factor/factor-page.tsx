import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { type PortalConfig, readConfig } from '../../app/config.ts';
import { useWords } from '../../app/language.tsx';
import { returnAddress } from '../../app/return-address.ts';
import type { Session } from '../../app/session.ts';
import { useSession } from '../../app/use-session.ts';
import { Loading } from '../../parts/answered.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { cognitoFactor } from './cognito-factor.ts';
import { takeAccess } from './factor-access.ts';
import { FactorSetUp } from './factor-set-up.tsx';
import { Standing } from './factor-standing.tsx';
import { factorWords } from './factor-words.ts';

const here = '/tai-khoan/xac-thuc-hai-yeu-to';

/** Where one sets up one's own second factor; `?ve=`: the page to go back to, `?xong=1`: signed in again after it. */
export function Page() {
  const say = useWords(factorWords);
  const session = useSession();
  return (
    <>
      <PageHeading title={say.title} above={<a href="/tai-khoan">{say.toAccount}</a>} lead={say.lead} />
      {session === null ? <Nobody /> : <Configured session={session} />}
    </>
  );
}

function Nobody() {
  const say = useWords(factorWords);
  const { url } = useLocation();
  return (
    <>
      <p>{say.nobody}</p>
      <p>
        <a class="button" href={`/dang-nhap?ve=${encodeURIComponent(url)}`}>
          {say.signIn}
        </a>
      </p>
    </>
  );
}

/** Asks first who sees to second factors: Cognito by this page, or another issuer by itself. */
function Configured({ session }: { session: Session }) {
  const say = useWords(factorWords);
  const [config, setConfig] = useState<PortalConfig | 'unreachable' | null>(null);
  const [access] = useState(takeAccess);
  const ask = () => {
    setConfig(null);
    readConfig().then(setConfig, () => setConfig('unreachable'));
  };
  useEffect(ask, []);
  if (config === null) return <Loading label={say.waiting} />;
  if (config === 'unreachable') {
    return (
      <Notice kind="error" live>
        <p>{say.trouble.unreachable}</p>
        <p>
          <button type="button" onClick={ask}>
            {say.retry}
          </button>
        </p>
      </Notice>
    );
  }
  if (config.secondFactor === null) {
    return (
      <Notice title={say.byIssuer}>
        <p>{say.byIssuerWhat}</p>
      </Notice>
    );
  }
  return <OwnFactor session={session} access={access} api={config.secondFactor.api} />;
}

function OwnFactor({ session, access, api }: { session: Session; access: string | null; api: string }) {
  const say = useWords(factorWords);
  const { query } = useLocation();
  // The first sign-in tells who it is; the page stays theirs while it is open.
  const [factor] = useState(() => (access === null ? null : cognitoFactor(api, access)));
  const back = query.ve === undefined ? null : returnAddress(query.ve, location.origin);
  const withBack = (more: Record<string, string>) => {
    const asked = new URLSearchParams({ ...more, ...(back === null ? {} : { ve: back }) });
    return asked.size === 0 ? here : `${here}?${asked}`;
  };
  const name = session.userName ?? session.name ?? say.unnamed;
  return (
    <>
      <Facts facts={[[say.account, name]]} />
      {factor === null ? (
        <Standing session={session} isBack={query.xong !== undefined} back={back} begin={withBack({})} />
      ) : (
        <FactorSetUp factor={factor} userName={name} again={withBack({})} after={withBack({ xong: '1' })} />
      )}
      <h2>{say.lostTitle}</h2>
      <p>{say.lost}</p>
    </>
  );
}
