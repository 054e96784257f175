import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

export type Language = 'vi' | 'en';
/** The same text in both languages, as the API gives names and messages. */
export type Both = { vi: string; en: string };

const kept = 'diem-cau:language';

/** The language that the address asks for (`?lang=en`), else the one chosen last, else Vietnamese. */
export function initialLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang');
  const wanted = asked ?? localStorage.getItem(kept);
  return wanted === 'en' ? 'en' : 'vi';
}

/** Remembers the choice and tells it to the document, for screen readers and hyphenation. */
export function applyLanguage(language: Language): void {
  localStorage.setItem(kept, language);
  document.documentElement.lang = language;
}

export const LanguageContext = createContext<Language>('vi');

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The words of a page or part in the language that is shown: each has its own beside it. */
export function useWords<W>(words: Readonly<Record<Language, W>>): W {
  return words[useLanguage()];
}
