import { useRoute } from 'preact-iso';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { unitNameIn, useUnits } from '../../app/use-units.ts';
import { periodTitle } from '../../format/periods.ts';
import { PageHeading } from '../../parts/page-heading.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { sentOf } from '../report/slot-address.ts';
import { CheckResult } from './check-result.tsx';
import { CheckTroubleView } from './check-trouble.tsx';
import type { SlotAsked } from './file-check.ts';
import { FileChoice } from './file-choice.tsx';
import { ReadingView } from './reading-view.tsx';
import { useFileCheck } from './use-file-check.ts';

const words = {
  vi: {
    title: 'Kiểm tra tệp báo cáo',
    lead: 'Tệp được đọc ngay trên máy này và chưa gửi đi đâu. Kết quả giống như hệ thống sẽ kết luận.',
  },
  en: {
    title: 'Check a report file',
    lead: 'The file is read on this machine and is not sent anywhere yet. The result is what the service would say.',
  },
};

/** The check in the browser: a file is chosen, read here, and shown as it was read, with what is to be mended. */
export function Page() {
  const say = useWords(words);
  const { params } = useRoute();
  const slot: SlotAsked = {
    unit: params.unit ?? '',
    form: params.form ?? '',
    period: params.period ?? '',
  };
  const { check, state } = useFileCheck(slot);
  const choose = (file: File) => void check.choose(file);
  // Who may not see the report is told so as on its own page; without a network a file is checked all the same.
  const { answer: seen } = useAnswer(sentOf(slot, 1));
  if (seen.state === 'failed' && [403, 404].includes(seen.problem.status)) {
    return (
      <>
        <PageHeading title={say.title} above={<SlotLink slot={slot} />} />
        <ProblemView problem={seen.problem} />
      </>
    );
  }
  return (
    <>
      <PageHeading title={say.title} above={<SlotLink slot={slot} />} lead={say.lead} />
      <FileChoice state={state} isReady={check.isReady} choose={choose} />
      {state.step === 'reading' && <ReadingView {...state} cancel={() => check.drop()} />}
      {state.step === 'failed' && <CheckTroubleView {...state} again={() => choose(state.file)} />}
      {state.step === 'checked' && check.desk !== null && (
        <CheckResult
          key={state.summary.reportSha256}
          slot={slot}
          desk={check.desk}
          file={state.file}
          summary={state.summary}
          without={state.without}
          again={() => choose(state.file)}
        />
      )}
    </>
  );
}

/** What the file is for, as the way back. */
function SlotLink({ slot }: { slot: SlotAsked }) {
  const language = useLanguage();
  const { answer: units } = useUnits();
  const { answer: forms } = useAnswer<{ items: { code: string; names: { vi: string; en: string } }[] }>(
    '/v1/public/catalog/forms',
  );
  const unit = units.state === 'ready' ? units.value.units.get(slot.unit) : undefined;
  const form = forms.state === 'ready' ? forms.value.items.find(({ code }) => code === slot.form) : undefined;
  const told = [
    units.state === 'ready' && unit ? unitNameIn(units.value, unit, language) : slot.unit,
    form?.names[language] ?? slot.form,
    periodTitle(slot.period, language),
  ];
  return (
    <a href={`/bao-cao/${encodeURIComponent(slot.unit)}/${slot.form}/${slot.period}`}>{told.join(' · ')}</a>
  );
}
