import type { ComponentChildren } from 'preact';
import { useLocation, useRoute } from 'preact-iso';
import { isWithin } from '../../app/is-within.ts';
import { useWords } from '../../app/language.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';

const words = {
  vi: {
    area: 'Các trang của Ban Thư ký',
    todo: 'Việc cần làm',
    meetings: 'Phiên họp',
    reports: 'Tình hình báo cáo',
    accounts: 'Tài khoản',
    catalogue: 'Danh mục',
  },
  en: {
    area: 'Pages of the secretariat',
    todo: 'To do',
    meetings: 'Meetings',
    reports: 'Reports',
    accounts: 'Accounts',
    catalogue: 'Catalogue',
  },
};

const places = [
  ['/thu-ky', 'todo'],
  ['/thu-ky/phien-hop', 'meetings'],
  ['/thu-ky/bao-cao', 'reports'],
  ['/thu-ky/tai-khoan', 'accounts'],
  ['/thu-ky/danh-muc', 'catalogue'],
] as const;

/** A page of the secretariat: the way to its other pages, then its own heading. */
export function Area({
  title,
  above,
  lead,
  children,
}: {
  title: string;
  above?: ComponentChildren;
  lead?: ComponentChildren;
  children: ComponentChildren;
}) {
  const say = useWords(words);
  const { path } = useLocation();
  return (
    <>
      <nav class="secretariat-nav" aria-label={say.area}>
        <ul>
          {places.map(([address, name]) => (
            <li key={address}>
              <a href={address} aria-current={isWithin(path, address, '/thu-ky') ? 'page' : undefined}>
                {say[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <PageHeading title={title} above={above} lead={lead} view={viewIn(useRoute().query)} />
      {children}
    </>
  );
}

/** What an address asks to be shown or done; whatever else stands in it narrows a list. */
function viewIn(query: Record<string, string>): string {
  const { xem = '', viec = '' } = query;
  const of = viec === '' ? '' : query['don-vi'];
  return [xem, viec, of, query['tai-khoan'], query['du-thao']].filter(Boolean).join(' ');
}
