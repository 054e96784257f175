import type { ComponentChildren } from 'preact';
import { publicForms } from '../../shared/catalog/public-forms.ts';
import type { CatalogueLists } from '../app/catalogue-lists.ts';
import { useHasRights } from '../app/figures-base.ts';
import { useWords } from '../app/language.tsx';
import { Notice } from './notice.tsx';

const words = {
  vi: {
    hidden: 'Số liệu của biểu này dành cho người có tài khoản.',
    signIn: 'Đăng nhập để xem',
  },
  en: {
    hidden: 'Figures of this form are for people with an account.',
    signIn: 'Sign in to see them',
  },
};

/** Shows figures of a form to those who may read them; to the others it says for whom they are, and asks for none. */
export function ForReaders({
  form,
  lists,
  children,
}: {
  form: string;
  lists: CatalogueLists;
  children: ComponentChildren;
}) {
  const say = useWords(words);
  const hasRights = useHasRights();
  const isHidden = lists.forms.some(({ code }) => code === form) && !publicForms(lists).has(form);
  if (hasRights || !isHidden) return <>{children}</>;
  const back = encodeURIComponent(`${location.pathname}${location.search}`);
  return (
    <Notice>
      <p>{say.hidden}</p>
      <p>
        <a href={`/dang-nhap?ve=${back}`}>{say.signIn}</a>
      </p>
    </Notice>
  );
}
