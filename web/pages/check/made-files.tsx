import { useState } from 'preact/hooks';
import { markedFileName } from '../../../shared/normalisation/output/marked-file.ts';
import { useWords } from '../../app/language.tsx';
import { type CheckDesk, CheckFailure } from '../../engine/check-desk.ts';
import type { CheckSummary, MadeFile } from '../../engine/check-messages.ts';
import { BusyButton } from '../../parts/busy-button.tsx';
import { saveFile } from '../../parts/file-link.tsx';
import { Notice } from '../../parts/notice.tsx';

const words = {
  vi: {
    title: 'Tải về',
    workbook: 'Tệp đã đánh dấu lỗi (.xlsx)',
    csv: 'Danh sách lỗi, cảnh báo (.csv)',
    json: 'Báo cáo kiểm tra (.json)',
    making: 'Đang lập tệp…',
    changed:
      'Không lập được tệp: tệp gốc đã thay đổi hoặc bị xóa sau khi kiểm tra. Hãy chọn lại tệp ở đầu trang.',
    broken: 'Không lập được tệp. Hãy thử lại, hoặc tải danh sách lỗi dạng .csv.',
  },
  en: {
    title: 'Download',
    workbook: 'The workbook with its faults marked (.xlsx)',
    csv: 'The findings (.csv)',
    json: 'The report of the check (.json)',
    making: 'Making the file…',
    changed:
      'The file could not be made: the original changed or was removed since it was checked. Choose it again at the top.',
    broken: 'The file could not be made. Try again, or download the findings as .csv.',
  },
};

/** The files that are made here of the file that was checked; nothing is asked of the service. */
export function MadeFiles({ desk, summary }: { desk: CheckDesk; summary: CheckSummary }) {
  const say = useWords(words);
  const [state, setState] = useState<'idle' | 'busy' | 'changed' | 'broken'>('idle');
  const { name } = summary.report.file;
  const names: Record<MadeFile, string> = {
    workbook: markedFileName(name),
    csv: `${name}.loi.csv`,
    json: `${name}.kiem-tra.json`,
  };
  const make = async (what: MadeFile) => {
    setState('busy');
    try {
      saveFile(await desk.ask('make', what), names[what]);
      setState('idle');
    } catch (fault) {
      setState(fault instanceof CheckFailure && fault.trouble === 'changed' ? 'changed' : 'broken');
    }
  };
  const offered: readonly MadeFile[] = [
    ...(summary.hasWorkbook ? (['workbook'] as const) : []),
    ...(summary.findings.length > 0 ? (['csv'] as const) : []),
    'json',
  ];
  return (
    <section aria-labelledby="check-made">
      <h2 id="check-made">{say.title}</h2>
      <p class="actions">
        {offered.map((what) => (
          <BusyButton key={what} class="file" isOff={state === 'busy'} onClick={() => void make(what)}>
            {say[what]}
          </BusyButton>
        ))}
      </p>
      {state === 'busy' && <p role="status">{say.making}</p>}
      {(state === 'changed' || state === 'broken') && (
        <Notice kind="error" live>
          <p>{say[state]}</p>
        </Notice>
      )}
    </section>
  );
}
