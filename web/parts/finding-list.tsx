import { useState } from 'preact/hooks';
import { expectedText, findingWords, writtenDifference } from '../../shared/normalisation/finding-words.ts';
import type { FindingsView } from '../../shared/query/read-submission.ts';
import { capitalised } from '../../shared/written.ts';
import { useLanguage, useWords } from '../app/language.tsx';
import { cellText } from '../format/cells.ts';
import { figureText } from '../format/figures.ts';
import { rowExpected } from '../format/missing-row.ts';
import { Tag } from './tag.tsx';

type Group = FindingsView['groups'][number];
type Finding = FindingsView['findings'][number];
/** What a finding is about, by name; empty where it is the whole file. */
type NameOf = (finding: Pick<Finding, 'about' | 'at'>) => string;

const words = {
  vi: {
    error: 'Lỗi',
    warning: 'Cảnh báo',
    places: (n: string) => `${n} chỗ`,
    whole: 'Cả tệp',
    caused: {
      error: 'Do lỗi nêu trước đó gây ra; sửa lỗi đó trước.',
      warning: 'Do cảnh báo nêu trước đó gây ra; xem cảnh báo đó trước.',
    },
    more: (n: string) => `Xem thêm ${n} chỗ`,
    capped: (n: string) => `Còn ${n} chỗ nữa không liệt kê ở đây; xem tệp có ghi chú.`,
    was: (code: string) => `Mã kiểm tra: ${code}`,
  },
  en: {
    error: 'Error',
    warning: 'Warning',
    places: (n: string) => (n === '1' ? '1 place' : `${n} places`),
    whole: 'The whole file',
    caused: {
      error: 'Caused by the error told before; mend that first.',
      warning: 'Caused by the warning told before; look at that first.',
    },
    more: (n: string) => `Show ${n} more`,
    capped: (n: string) => `${n} more are not listed here; see the marked workbook.`,
    was: (code: string) => `Check: ${code}`,
  },
};

/** So many of one kind are shown at first. */
const atFirst = 5;

/** What a check found, errors first and a cause before its effects; of each kind what to do, then where. */
export function FindingList({
  groups,
  findings,
  nameOf,
}: Pick<FindingsView, 'groups' | 'findings'> & { nameOf: NameOf }) {
  return (
    <ol class="findings">
      {groups.map((group) => (
        <FindingKind
          key={group.code}
          group={group}
          cause={groups.find(({ code }) => code === group.cause && code !== group.code)}
          places={findings.filter(({ code }) => code === group.code)}
          nameOf={nameOf}
        />
      ))}
    </ol>
  );
}

function FindingKind({
  group,
  cause,
  places,
  nameOf,
}: {
  group: Group;
  /** Undefined where nothing else causes them all. */
  cause: Group | undefined;
  places: Finding[];
  nameOf: NameOf;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? places : places.slice(0, atFirst);
  const count = (n: number) => figureText(String(n), language);
  const unlisted = group.count - places.length;
  return (
    <li>
      <h3 id={`finding-${group.code}`}>
        <Tag kind={group.severity === 'error' ? 'bad' : 'attention'}>{say[group.severity]}</Tag>{' '}
        {group.message[language]}
      </h3>
      <p class="soft">
        {say.places(count(group.count))} · {say.was(group.code)}
        {cause && ` · ${say.caused[cause.severity]}`}
      </p>
      <ul class="finding-places">
        {shown.map((finding, index) => (
          <FindingPlace key={index} finding={finding} name={nameOf(finding)} />
        ))}
      </ul>
      {shown.length < places.length && (
        <p>
          <button type="button" class="plain" onClick={() => setWhole(true)}>
            {say.more(count(places.length - shown.length))}
          </button>
        </p>
      )}
      {isWhole && unlisted > 0 && <p class="soft">{say.capped(count(unlisted))}</p>}
    </li>
  );
}

function FindingPlace({
  finding: { at, got, expected, difference, hint, about },
  name,
}: {
  finding: Finding;
  name: string;
}) {
  const say = useWords(words);
  const told = useWords(findingWords);
  const language = useLanguage();
  return (
    <li>
      {name !== '' && `${name} · `}
      <strong>{at === null ? say.whole : capitalised(cellText(at, language))}</strong>
      {got !== null && (
        <>
          {' '}
          · {told.got}: <q lang="vi">{got}</q>
        </>
      )}
      {expected !== null && (
        <>
          {' '}
          · {told.expected}: <q>{expectedText(rowExpected(expected, about), language)}</q>
        </>
      )}
      {difference !== null && ` · ${told.difference}: ${writtenDifference(difference, language)}`}
      {hint !== null && <p>{hint[language]}</p>}
    </li>
  );
}
