import { useWords } from '../app/language.tsx';

const words = {
  vi: { again: 'Đăng nhập lại (mở ở thẻ mới)' },
  en: { again: 'Sign in again (opens in a new tab)' },
};

/**
 * Leads to signing in without leaving the page: in a new tab, which tells this one of the session. What was entered here
 * stays as it is.
 */
export function SignInAgain() {
  const say = useWords(words);
  return (
    <a class="button" href="/dang-nhap?the=moi" target="_blank" rel="noopener">
      {say.again}
    </a>
  );
}
