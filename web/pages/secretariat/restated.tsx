import type { Restatement } from '../../../shared/briefing/restatement.ts';
import { type Language, useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { useForms } from '../../app/use-forms.ts';
import { momentText } from '../../format/days.ts';
import { figureText } from '../../format/figures.ts';
import { meetingOn, meetingWithin } from '../../format/meetings.ts';
import { periodText } from '../../format/periods.ts';
import { Answered } from '../../parts/answered.tsx';
import { DataTable } from '../../parts/data-table.tsx';
import { useMeeting } from './use-meeting.ts';

type Told = Restatement | { since: null };

const words = {
  vi: {
    title: 'Thay đổi so với phiên họp trước',
    first: 'Đây là phiên đầu tiên được chốt nên chưa có gì để đối chiếu.',
    since: (meeting: string, at: string) => `So với bản chốt của ${meeting}, tính đến ${at}.`,
    before: 'phiên họp trước',
    same: 'Không báo cáo nào của kỳ trước thay đổi.',
    reports: 'Báo cáo đã thay đổi',
    unit: 'Đơn vị',
    form: 'Biểu mẫu, kỳ',
    change: 'Thay đổi',
    why: 'Lý do đơn vị ghi',
    changes: { reported: 'Mới có', revised: 'Sửa đổi', withdrawn: 'Đã rút' },
    nation: 'Số liệu chung cả nước thay đổi theo',
    indicator: 'Chỉ tiêu',
    old: 'Trước',
    new: 'Nay',
    noValue: 'không có',
    counts: (figures: number, scores: number) =>
      `${figures} số liệu của đơn vị và ${scores} điểm, thứ hạng thay đổi theo; chi tiết trong tài liệu họp.`,
  },
  en: {
    title: 'What changed since the meeting before',
    first: 'This is the first meeting that was frozen, so there is nothing to compare with.',
    since: (meeting: string, at: string) => `Against the snapshot of ${meeting}, as at ${at}.`,
    before: 'the meeting before',
    same: 'No report of the earlier rounds changed.',
    reports: 'Reports that changed',
    unit: 'Unit',
    form: 'Form, period',
    change: 'Change',
    why: 'Reason, as the unit wrote it',
    changes: { reported: 'New', revised: 'Revised', withdrawn: 'Withdrawn' },
    nation: 'The nation’s figures that changed with them',
    indicator: 'Indicator',
    old: 'Before',
    new: 'Now',
    noValue: 'none',
    counts: (figures: number, scores: number) =>
      `${figures} figures of units and ${scores} scores or ranks changed with them; see the briefing.`,
  },
};

/** The restatement: which reports of the rounds of the meeting before are others now, and what the nation became. */
export function Restated({ id }: { id: string }) {
  const say = useWords(words);
  const { answer, reload } = useAnswer<Told>(`/v1/meetings/${id}/restatement`);
  return (
    <>
      <h2>{say.title}</h2>
      <Answered answer={answer} reload={reload}>
        {(told) =>
          told.since === null ? (
            <p>{say.first}</p>
          ) : (
            <>
              <Since since={told.since} />
              {told.reports.length === 0 ? <p>{say.same}</p> : <Changed told={told} />}
            </>
          )
        }
      </Answered>
    </>
  );
}

function Since({ since }: { since: Restatement['since'] }) {
  const say = useWords(words);
  const language = useLanguage();
  const found = useMeeting(since.meeting);
  const named = found && meetingOn(meetingWithin(found.number, language), found.date, language);
  return <p>{say.since(named ?? say.before, momentText(since.cutOff, language))}</p>;
}

function Changed({ told }: { told: Restatement }) {
  const say = useWords(words);
  const language = useLanguage();
  const { nameOf } = useForms();
  return (
    <>
      <DataTable
        caption={say.reports}
        rows={told.reports}
        rowKey={({ unit, form, period }) => `${unit} ${form} ${period}`}
        columns={[
          { key: 'unit', head: say.unit, names: true, cell: ({ name }) => <span lang="vi">{name}</span> },
          {
            key: 'form',
            head: say.form,
            cell: ({ form, period }) => `${nameOf(form)}, ${periodText(period, language)}`,
          },
          { key: 'change', head: say.change, cell: ({ change }) => say.changes[change] },
          { key: 'why', head: say.why, cell: ({ why }) => <span lang="vi">{why.join('; ')}</span> },
        ]}
      />
      <DataTable
        caption={say.nation}
        rows={told.nation}
        rowKey={({ form, period, indicator }) => `${form} ${period} ${indicator}`}
        columns={[
          { key: 'indicator', head: say.indicator, names: true, cell: ({ names }) => names[language] },
          {
            key: 'old',
            head: say.old,
            kind: 'number',
            cell: ({ old }) => figureOf(old, say.noValue, language),
          },
          {
            key: 'new',
            head: say.new,
            kind: 'number',
            cell: (row) => figureOf(row.new, say.noValue, language),
          },
        ]}
      />
      <p>{say.counts(told.figures.length, told.scores.length)}</p>
    </>
  );
}

function figureOf(figure: { value: string | null } | null, none: string, language: Language): string {
  return figure?.value == null ? none : figureText(figure.value, language);
}
