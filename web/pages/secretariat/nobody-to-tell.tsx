import { apiPath } from '../../app/api-path.ts';
import { useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { Notice } from '../../parts/notice.tsx';
import type { Coverage } from './meeting-coverage.tsx';
import { stepWords } from './step-words.ts';
import { unitsUntold } from './units-without.ts';
import { useAccounts } from './use-accounts.ts';
import { useUnitNames } from './use-unit-names.ts';

const words = {
  vi: {
    title: (count: number) => `${count} đơn vị còn thiếu báo cáo không có người nhận thư`,
  },
  en: {
    title: (count: number) =>
      count === 1
        ? 'One unit whose report is missing has nobody to receive mail'
        : `${count} units whose reports are missing have nobody to receive mail`,
  },
};

/** Which units that owe a report no reminder reaches, said before one is sent; nothing where it reaches them all. */
export function NobodyToTell({ id }: { id: string }) {
  const say = useWords(words);
  const steps = useWords(stepWords);
  const { answer: coverage } = useAnswer<Coverage>(apiPath`/v1/meetings/${id}/coverage`);
  const { answer: accounts } = useAccounts();
  const { units, nameOf } = useUnitNames();
  if (coverage.state !== 'ready' || accounts.state !== 'ready') return null;
  const owing = coverage.value.units
    .filter(({ reports }) => reports.some(({ version }) => version === null))
    .map(({ unit }) => unit);
  const untold = unitsUntold(owing, accounts.value, units);
  if (untold.length === 0) return null;
  return (
    <Notice kind="warning" title={say.title(untold.length)}>
      <p>{untold.map(nameOf).join(', ')}</p>
      <p>
        <a href="/thu-ky/tai-khoan">{steps.accounts}</a>
      </p>
    </Notice>
  );
}
