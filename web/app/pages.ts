import type { ComponentType } from 'preact';
import type { Both } from './language.tsx';
import type { Role } from './session.ts';
import { ofCentre } from './tokens.ts';

/**
 * Every page of the portal, one table: the router, the navigation and the checks of every page (axe, overflow,
 * keyboard) are made from it. A page is loaded when somebody goes there.
 */
export type PageEntry = {
  path: `/${string}`;
  load: () => Promise<{ Page: ComponentType }>;
  /** Where it stands in the navigation; null: it is reached from another page. */
  nav: Both | null;
  /** Who is shown it; null: everybody. What may be read and done is decided by the service alone. */
  roles: readonly Role[] | null;
};

const reporting: readonly Role[] = ['reporter', 'approver'];
const secretariat: readonly Role[] = ['secretariat'];

export const pages: readonly PageEntry[] = [
  {
    path: '/',
    load: () => import('../pages/overview/overview-page.tsx'),
    nav: { vi: 'Tổng quan', en: 'Overview' },
    roles: null,
  },
  {
    path: '/ban-do',
    load: () => import('../pages/map/map-page.tsx'),
    nav: { vi: 'Bản đồ', en: 'Map' },
    roles: null,
  },
  {
    path: '/xep-hang',
    load: () => import('../pages/ranking/ranking-page.tsx'),
    nav: { vi: 'Xếp hạng', en: 'Ranking' },
    roles: null,
  },
  {
    path: '/chi-tieu',
    load: () => import('../pages/indicators/indicators-page.tsx'),
    nav: { vi: 'Chỉ tiêu', en: 'Indicators' },
    roles: null,
  },
  {
    path: '/chi-tieu/:indicator',
    load: () => import('../pages/indicators/indicator-page.tsx'),
    nav: null,
    roles: null,
  },
  {
    path: '/nguon-goc',
    load: () => import('../pages/lineage/lineage-page.tsx'),
    nav: null,
    roles: null,
  },
  {
    path: '/don-vi',
    load: () => import('../pages/units/units-page.tsx'),
    nav: { vi: 'Đơn vị', en: 'Units' },
    roles: null,
  },
  { path: '/don-vi/:unit', load: () => import('../pages/units/unit-page.tsx'), nav: null, roles: null },
  {
    path: '/so-sanh',
    load: () => import('../pages/compare/compare-page.tsx'),
    nav: { vi: 'So sánh', en: 'Compare' },
    roles: null,
  },
  {
    path: '/nhiem-vu',
    load: () => import('../pages/tasks/tasks-page.tsx'),
    nav: { vi: 'Nhiệm vụ', en: 'Tasks' },
    roles: null,
  },
  {
    path: '/chat-luong',
    load: () => import('../pages/quality/quality-page.tsx'),
    nav: { vi: 'Chất lượng số liệu', en: 'Data quality' },
    roles: null,
  },
  { path: '/dang-nhap', load: () => import('../pages/sign-in/sign-in-page.tsx'), nav: null, roles: null },
  { path: '/tai-khoan', load: () => import('../pages/sign-in/account-page.tsx'), nav: null, roles: null },
  {
    path: '/tai-khoan/xac-thuc-hai-yeu-to',
    load: () => import('../pages/second-factor/factor-page.tsx'),
    nav: null,
    roles: null,
  },
  {
    path: '/bao-cao',
    load: () => import('../pages/report/due-page.tsx'),
    nav: { vi: 'Báo cáo của đơn vị', en: 'Your unit’s reports' },
    roles: reporting,
  },
  {
    path: '/bao-cao/:unit/:form/:period',
    load: () => import('../pages/report/slot-page.tsx'),
    nav: null,
    roles: [...reporting, ...ofCentre],
  },
  {
    path: '/bao-cao/:unit/:form/:period/kiem-tra',
    load: () => import('../pages/check/check-page.tsx'),
    nav: null,
    roles: [...reporting, ...ofCentre],
  },
  {
    path: '/ban-nop/:id',
    load: () => import('../pages/submission/submission-page.tsx'),
    nav: null,
    roles: [...reporting, ...ofCentre],
  },
  {
    path: '/ban-nop/:id/bien-nhan',
    load: () => import('../pages/submission/receipt-page.tsx'),
    nav: null,
    roles: [...reporting, ...ofCentre],
  },
  {
    path: '/ra-soat',
    load: () => import('../pages/review/review-page.tsx'),
    nav: { vi: 'Rà soát', en: 'Review' },
    roles: ofCentre,
  },
  {
    path: '/ra-soat/:id',
    load: () => import('../pages/review/submission-review-page.tsx'),
    nav: null,
    roles: ofCentre,
  },
  {
    path: '/thu-ky',
    load: () => import('../pages/secretariat/secretariat-page.tsx'),
    nav: { vi: 'Ban Thư ký', en: 'Secretariat' },
    roles: secretariat,
  },
  {
    path: '/thu-ky/phien-hop',
    load: () => import('../pages/secretariat/meetings-page.tsx'),
    nav: null,
    roles: secretariat,
  },
  {
    path: '/thu-ky/phien-hop/:meeting',
    load: () => import('../pages/secretariat/meeting-page.tsx'),
    nav: null,
    roles: secretariat,
  },
  {
    path: '/thu-ky/bao-cao',
    load: () => import('../pages/secretariat/reports-page.tsx'),
    nav: null,
    roles: secretariat,
  },
  {
    path: '/thu-ky/tai-khoan',
    load: () => import('../pages/secretariat/accounts-page.tsx'),
    nav: null,
    roles: secretariat,
  },
  {
    path: '/thu-ky/danh-muc',
    load: () => import('../pages/secretariat/catalogue-page.tsx'),
    nav: null,
    roles: secretariat,
  },
];
