import type { FindingGroup } from '../../../shared/normalisation/report.ts';
import { capitalised } from '../../../shared/written.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import type { CheckSummary, ShownFinding } from '../../engine/check-messages.ts';
import { cellText } from '../../format/cells.ts';
import { figureText } from '../../format/figures.ts';
import { detailText } from '../../format/finding-detail.ts';
import { Tag } from '../../parts/tag.tsx';

const words = {
  vi: {
    title: 'Những chỗ cần xem',
    error: 'Lỗi',
    warning: 'Cảnh báo',
    because: { error: 'Do lỗi:', warning: 'Do cảnh báo:' },
    code: 'Mã kiểm tra',
    isNew: 'mới so với lần gửi trước',
    more: (count: string) => `và ${count} chỗ nữa: dùng bộ lọc của bảng số liệu, hoặc tải tệp đánh dấu lỗi.`,
  },
  en: {
    title: 'What to look at',
    error: 'Error',
    warning: 'Warning',
    because: { error: 'Caused by the error:', warning: 'Caused by the warning:' },
    code: 'Check',
    isNew: 'new since the attempt before',
    more: (count: string) =>
      `and ${count} more: use the filter of the table, or download the marked workbook.`,
  },
};

/** Places of one kind that are spelled out; the table shows them all. */
const shownOfKind = 10;

/** What was found, by kind: errors first, a cause before its effects. Each place is a link to its cell in the table. */
export function FindingList({
  summary: { groups, findings },
  goTo,
}: {
  summary: CheckSummary;
  goTo: (finding: number) => void;
}) {
  const say = useWords(words);
  if (groups.length === 0) return null;
  const numbered = findings.map((finding, number) => ({ finding, number }));
  return (
    <section aria-labelledby="check-findings">
      <h2 id="check-findings">{say.title}</h2>
      <ol class="check-groups">
        {groups.map((group) => (
          <FindingKind
            key={`${group.severity} ${group.code}`}
            group={group}
            found={numbered.filter(
              ({ finding }) => finding.code === group.code && finding.severity === group.severity,
            )}
            cause={groups.find(({ code }) => code === group.cause && code !== group.code)}
            goTo={goTo}
          />
        ))}
      </ol>
    </section>
  );
}

function FindingKind({
  group,
  found,
  cause,
  goTo,
}: {
  group: FindingGroup;
  found: readonly { finding: ShownFinding; number: number }[];
  cause: FindingGroup | undefined;
  goTo: (finding: number) => void;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const shown = found.slice(0, shownOfKind);
  const rest = group.count - shown.length;
  const kind = group.severity === 'error' ? 'bad' : 'attention';
  return (
    <li>
      <p>
        <Tag kind={kind}>{say[group.severity]}</Tag>
        {group.count > 1 && ` × ${figureText(String(group.count), language)}`} {group.message[language]}
        <span class="check-code">
          {say.code}: <code>{group.code}</code>
        </span>
      </p>
      {cause && (
        <p class="soft">
          {say.because[cause.severity]} {cause.message[language]}
        </p>
      )}
      <ul>
        {shown.map(({ finding, number }) => (
          <FindingPlace key={number} finding={finding} number={number} group={group} goTo={goTo} />
        ))}
        {rest > 0 && <li>{say.more(figureText(String(rest), language))}</li>}
      </ul>
    </li>
  );
}

function FindingPlace({
  finding,
  number,
  group,
  goTo,
}: {
  finding: ShownFinding;
  number: number;
  group: FindingGroup;
  goTo: (finding: number) => void;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const { at, place, aboutName, hint, isNew } = finding;
  const name = aboutName?.[language];
  const detail = detailText(finding, language);
  const where = [at && capitalised(cellText(at, language)), name].filter(Boolean).join(': ');
  const own = finding.message[language] === group.message[language] ? '' : finding.message[language];
  if (where === '' && detail === '' && own === '' && hint === null) return null;
  return (
    <li id={`finding-${number}`} tabIndex={-1}>
      {place === null ? (
        where
      ) : (
        <a
          href={`#line-${place.line}-${place.part}`}
          onClick={(event) => {
            event.preventDefault();
            goTo(number);
          }}
        >
          {where}
        </a>
      )}
      {detail !== '' && `${where === '' ? '' : ' · '}${detail}`}
      {own !== '' && ` · ${own}`}
      {hint !== null && <span class="check-hint">{hint[language]}</span>}
      {isNew && <span class="soft"> ({say.isNew})</span>}
    </li>
  );
}
