import { useWords } from '../../app/language.tsx';
import { words } from './words.ts';

/** One step of the way: its name and its address; the last one is where the reader is. */
export type Crumb = { name: string; address: string; lang?: 'vi' };

/** The way from the nation to the cell, which can be walked back. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const say = useWords(words);
  return (
    <nav class="lineage-path" aria-label={say.path}>
      <ol>
        {crumbs.map(({ name, address, lang }, at) => (
          <li key={address}>
            <a href={address} lang={lang} aria-current={at === crumbs.length - 1 ? 'step' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
