import type { ComponentChildren } from 'preact';
import { useEffect, useErrorBoundary, useRef } from 'preact/hooks';
import { PageHeading } from '../parts/page-heading.tsx';
import { useWords } from './language.tsx';
import { NotFound } from './not-found.tsx';

const words = {
  vi: {
    title: 'Trang này gặp lỗi',
    what: 'Lỗi nằm ở cách trang hiển thị, không phải ở số liệu đã gửi. Hãy thử lại; nếu vẫn lỗi, báo cho đơn vị vận hành kèm địa chỉ trang và giờ gặp lỗi.',
    retry: 'Thử lại',
    home: 'Về trang Tổng quan',
  },
  en: {
    title: 'This page went wrong',
    what: 'The fault is in how the page is shown, not in figures that were sent. Try again; if it persists, tell the operator the address of the page and the time.',
    retry: 'Try again',
    home: 'Go to the overview',
  },
};

/**
 * Stands for what could not be drawn, so that no address is a page without a word. An address that cannot be decoded
 * names no page.
 * @param url another address is tried anew
 */
export function FaultBoundary({ url, children }: { url?: string; children: ComponentChildren }) {
  const [fault, forget] = useErrorBoundary((found) => {
    if (!(found instanceof URIError)) console.error(found);
  });
  const drawn = useRef(url);
  useEffect(() => {
    if (drawn.current !== url) forget();
    drawn.current = url;
  }, [url]);
  if (fault === undefined) return <>{children}</>;
  return fault instanceof URIError ? <NotFound /> : <PageFault retry={forget} />;
}

function PageFault({ retry }: { retry: () => void }) {
  const say = useWords(words);
  return (
    <>
      <PageHeading title={say.title} />
      <p>{say.what}</p>
      <p class="actions">
        <button type="button" onClick={retry}>
          {say.retry}
        </button>
        <a href="/">{say.home}</a>
      </p>
    </>
  );
}
