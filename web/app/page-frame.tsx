import type { ComponentChildren } from 'preact';
import { Loading } from '../parts/answered.tsx';
import { Notice } from '../parts/notice.tsx';
import { PageHeading } from '../parts/page-heading.tsx';
import { useWords } from './language.tsx';
import type { Role, Session } from './session.ts';
import { useBeingAsked, useHeldSession } from './use-session.ts';

const words = {
  vi: {
    signIn: 'Cần đăng nhập',
    why: 'Trang này dành cho người có tài khoản.',
    go: 'Đăng nhập',
    notYours: 'Trang này không dành cho vai trò của bạn',
    noRole: 'Tài khoản của bạn chưa có vai trò nào có hiệu lực',
    noRoleWhat:
      'Mỗi vai trò phải khớp với đơn vị của tài khoản: báo cáo và ký là của một đơn vị, các vai trò khác thì không thuộc đơn vị nào. Hãy liên hệ Ban Thư ký.',
    withheld: 'Cần cài đặt xác thực hai yếu tố',
    withheldWhat:
      'Vai trò dùng trang này đang bị giữ lại cho đến khi bạn cài đặt xác thực hai yếu tố cho tài khoản.',
    setUp: 'Cài đặt xác thực hai yếu tố',
    whoMay: 'Nếu bạn cần xem trang này, hãy liên hệ Ban Thư ký để được cấp vai trò.',
  },
  en: {
    signIn: 'Sign in first',
    why: 'This page is for people with an account.',
    go: 'Sign in',
    notYours: 'This page is not for your role',
    noRole: 'Your account has no role that counts',
    noRoleWhat:
      'Every role must fit the unit of the account: who reports and signs belongs to one unit, the other roles to none. Ask the secretariat.',
    withheld: 'A second factor is needed',
    withheldWhat: 'The role for this page is withheld until you set up a second factor for the account.',
    setUp: 'Set up a second factor',
    whoMay: 'If you need it, ask the secretariat for the role.',
  },
};

/**
 * Shows a page to those for whom it is, also when their session has ended by itself: what they entered stays. What may be read and done the service
 * decides, from the verified token.
 */
export function PageFrame({
  roles,
  children,
}: {
  roles: readonly Role[] | null;
  children: ComponentChildren;
}) {
  const session = useHeldSession();
  const isBeingAsked = useBeingAsked();
  const say = useWords(words);
  if (roles === null) return <>{children}</>;
  if (session === null && isBeingAsked) return <Loading />;
  if (session === null) {
    const back = encodeURIComponent(`${location.pathname}${location.search}`);
    return (
      <>
        <PageHeading title={say.signIn} />
        <p>{say.why}</p>
        <p>
          <a class="button" href={`/dang-nhap?ve=${back}`}>
            {say.go}
          </a>
        </p>
      </>
    );
  }
  if (roles.some((role) => session.roles.includes(role))) return <>{children}</>;
  return <NotYours roles={roles} session={session} />;
}

/** Somebody is signed in without a role for the page, or with one that is withheld until they have a second factor. */
function NotYours({ roles, session }: { roles: readonly Role[]; session: Session }) {
  const say = useWords(words);
  if (!roles.some((role) => session.withheld.includes(role))) {
    const hasNone = session.roles.length + session.withheld.length === 0;
    return (
      <>
        <PageHeading title={hasNone ? say.noRole : say.notYours} />
        <Notice kind="warning">{hasNone ? say.noRoleWhat : say.whoMay}</Notice>
      </>
    );
  }
  const back = encodeURIComponent(`${location.pathname}${location.search}`);
  return (
    <>
      <PageHeading title={say.withheld} />
      <Notice kind="warning">{say.withheldWhat}</Notice>
      <p>
        <a class="button" href={`/tai-khoan/xac-thuc-hai-yeu-to?ve=${back}`}>
          {say.setUp}
        </a>
      </p>
    </>
  );
}
