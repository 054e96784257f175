import { readText } from '../../../shared/normalisation/finding-words.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import type { CheckSummary, FigurePart, Line } from '../../engine/check-messages.ts';
import { figureText } from '../../format/figures.ts';
import { plain } from '../../format/finding-detail.ts';
import { whyNone } from '../../format/why-none.ts';
import { Tag } from '../../parts/tag.tsx';
import { ChangeCells } from './change-cells.tsx';
import { LineFindings } from './line-findings.tsx';

const words = {
  vi: {
    written: 'ghi',
    error: 'Lỗi',
    warning: 'Cảnh báo',
    noFigure: 'không thành số liệu',
    task: 'nhiệm vụ đọc được',
    noResult: 'công thức chưa có kết quả',
    about: 'khoảng',
    true: 'có',
    false: 'không',
  },
  en: {
    written: 'written',
    error: 'Error',
    warning: 'Warning',
    noFigure: 'no figure',
    task: 'a task that was read',
    noResult: 'a formula without a result',
    about: 'about',
    true: 'yes',
    false: 'no',
  },
};

/** A row of the table as it was read, and below it what was found in it. */
export function LineRow({
  line,
  isNewSheet,
  summary,
  columns,
  walkAt,
}: {
  line: Line;
  isNewSheet: boolean;
  summary: CheckSummary;
  columns: number;
  walkAt: number | null;
}) {
  const found = [
    ...line.findings,
    ...(['numerator', 'denominator', 'value'] as const).flatMap((part) => line.figures[part].findings),
  ].sort((a, b) => a - b);
  const worst = worstOf(found, summary);
  const isDetailed = found.length > 0 || line.repairs.length > 0;
  return (
    <>
      <tr
        class={[isDetailed && 'check-detailed', worst !== null && `check-${worst}`].filter(Boolean).join(' ')}
      >
        <th scope="row" id={`line-${line.line}-row`} tabIndex={-1}>
          {isNewSheet && line.sheet !== null && <span class="check-sheet">{line.sheet}</span>}
          {line.row}
        </th>
        {line.indicator === null ? (
          <OtherCells line={line} columns={columns} />
        ) : (
          <FigureCells line={line} summary={summary} />
        )}
      </tr>
      {isDetailed && (
        <LineFindings line={line} found={found} summary={summary} columns={columns} walkAt={walkAt} />
      )}
    </>
  );
}

/** A row that became no figure: what stands in it, each cell behind the letters of its column. */
function OtherCells({ line, columns }: { line: Line; columns: number }) {
  const say = useWords(words);
  const language = useLanguage();
  return (
    <td colSpan={columns} class="check-other">
      <div>
        {line.cells.map(({ column, text, kind }) => (
          <span key={column} class="check-cell">
            <b>{column}</b> {kind === 'no-result' && <span class="missing">({say.noResult})</span>}
            {kind === 'value' && readText(text, language)}
            {kind === 'text' && plain(text)}{' '}
          </span>
        ))}
        <span class="missing">({line.isTask ? say.task : say.noFigure})</span>
      </div>
    </td>
  );
}

function FigureCells({ line, summary }: { line: Line; summary: CheckSummary }) {
  const language = useLanguage();
  const { indicator, area, note } = line;
  return (
    <>
      <td class="check-indicator">
        {indicator?.name[language]} <code>{indicator && breakable(indicator.id)}</code>
        {area !== null && <span class="check-area">{area}</span>}
      </td>
      <FigureCellView line={line} part="numerator" summary={summary} />
      <FigureCellView line={line} part="denominator" summary={summary} />
      <FigureCellView line={line} part="value" summary={summary} />
      {summary.last !== null && <ChangeCells line={line} />}
      <td class="check-note">{note !== null && plain(note)}</td>
    </>
  );
}

/** A code whose parts may stand on lines of their own. */
function breakable(code: string) {
  return code.split(/(?<=_)/).flatMap((part) => [<wbr key={part} />, part]);
}

/** A cell of figures: what was read, how it is written where that differs, and whether something was found in it. */
function FigureCellView({ line, part, summary }: { line: Line; part: FigurePart; summary: CheckSummary }) {
  const say = useWords(words);
  const { written, findings } = line.figures[part];
  const worst = worstOf(findings, summary);
  return (
    <td class="number" id={`line-${line.line}-${part}`} tabIndex={-1}>
      <ReadText line={line} part={part} />
      {written !== null && (
        <span class="check-written">
          {say.written} “{plain(written)}”
        </span>
      )}
      {worst !== null && <Tag kind={worst === 'error' ? 'bad' : 'attention'}>{say[worst]}</Tag>}
    </td>
  );
}

function ReadText({ line, part }: { line: Line; part: FigurePart }) {
  const say = useWords(words);
  const language = useLanguage();
  const { read, approximate } = line.figures[part];
  const { status, share } = line;
  if (part === 'value' && status !== null && status !== 'reported') {
    return <span class="missing">{whyNone(status, language)}</span>;
  }
  if (part === 'value' && share !== null) return <>{figureText(share, language, 2)}%</>;
  if (read === null) return null;
  const told = read === 'true' || read === 'false' ? say[read] : figureText(read, language);
  return (
    <>
      {approximate && `${say.about} `}
      {told}
    </>
  );
}

function worstOf(found: readonly number[], { findings }: CheckSummary): 'error' | 'warning' | null {
  if (found.length === 0) return null;
  return found.some((number) => findings[number]?.severity === 'error') ? 'error' : 'warning';
}
