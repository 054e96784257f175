import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { lazy } from 'preact-iso';
import { Loading } from '../parts/answered.tsx';
import { Notice } from '../parts/notice.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { ApiProblem } from './api.ts';
import { useLanguage, useWords } from './language.tsx';
import { isNotCome, type LoadTrouble, loadTroubleNow } from './load-trouble.ts';
import type { PageEntry } from './pages.ts';

const words = {
  vi: {
    loading: 'Đang tải trang…',
    title: 'Chưa tải được trang này',
    retry: 'Thử lại',
    gone: 'Máy chủ không gửi được mã của trang này, có thể vì Điểm Cầu vừa có bản mới. Hãy tải lại trang để dùng tiếp.',
    reload: 'Tải lại trang',
  },
  en: {
    loading: 'Loading the page…',
    title: 'This page could not be loaded',
    retry: 'Try again',
    gone: 'The server did not send the code of this page, perhaps because Điểm Cầu has a new version. Reload the page to go on.',
    reload: 'Reload the page',
  },
};

/**
 * A page whose code comes when somebody goes there. Code that does not come is told, with what can be done; a reader who
 * tries again, or comes again, has the whole page loaded anew, since browsers do not ask twice for a script that failed.
 * Code that came and failed is a fault of the page, for the boundary around it.
 */
export function lazyPage(load: PageEntry['load']): ComponentType {
  return lazy(() =>
    load().then(
      ({ Page }) => Page,
      async (fault) => {
        if (!isNotCome(fault)) return faultyPage(fault);
        console.error(fault);
        return unloadedPage(await loadTroubleNow());
      },
    ),
  );
}

/** Stands for a page whose code failed as it was loaded: fails where a boundary tells it. */
function faultyPage(fault: unknown): ComponentType {
  return () => {
    throw fault;
  };
}

/** Stands for a page whose code did not come. @param first why, as it was found then */
function unloadedPage(first: LoadTrouble): ComponentType {
  let found: LoadTrouble | null = first;
  return function Unloaded() {
    const say = useWords(words);
    const [trouble, setTrouble] = useState(found);
    const tryAgain = async () => {
      setTrouble(null);
      const now = await loadTroubleNow();
      if (now === 'gone') location.reload();
      else setTrouble(now);
    };
    useEffect(() => {
      if (found === null) void tryAgain();
      found = null;
    }, []);
    if (trouble === null) return <Loading label={say.loading} />;
    return <Unavailable trouble={trouble} tryAgain={tryAgain} />;
  };
}

function Unavailable({ trouble, tryAgain }: { trouble: LoadTrouble; tryAgain: () => void }) {
  const say = useWords(words);
  const language = useLanguage();
  const isOffline = trouble === 'offline';
  return (
    <>
      <PageHeading title={say.title} />
      <Notice kind="error" live>
        <p>{isOffline ? new ApiProblem(0, {}).detail[language] : say.gone}</p>
        <p>
          <button type="button" onClick={tryAgain}>
            {isOffline ? say.retry : say.reload}
          </button>
        </p>
      </Notice>
    </>
  );
}
