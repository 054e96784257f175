import { useRoute } from 'preact-iso';
import type { Unit } from '../../../shared/catalog/schema.ts';
import { livesOn, nameOn } from '../../../shared/catalog/unit.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { type UnitBook, unitMeant, unitNameIn, useUnits } from '../../app/use-units.ts';
import { Answered } from '../../parts/answered.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageHeading } from '../../parts/page-heading.tsx';
import { UnitFigures } from './unit-figures.tsx';
import { UnitKin } from './unit-kin.tsx';
import { UnitReports } from './unit-reports.tsx';
import { UnitTasks } from './unit-tasks.tsx';

const words = {
  vi: {
    title: 'Đơn vị',
    all: 'Tất cả đơn vị',
    unknown: 'Không có đơn vị này',
    unknownWhy: (asked: string) =>
      `Danh mục không có đơn vị nào mang mã “${asked}”. Hãy tìm theo tên, có dấu hoặc không dấu.`,
    search: 'Tìm đơn vị',
    types: {
      province: 'Tỉnh',
      city: 'Thành phố trực thuộc trung ương',
      ministry: 'Bộ',
      'ministerial-agency': 'Cơ quan ngang bộ',
    },
    code: (code: string) => `mã ${code}`,
    gone: 'đã sáp nhập vào đơn vị khác',
  },
  en: {
    title: 'Unit',
    all: 'All units',
    unknown: 'There is no such unit',
    unknownWhy: (asked: string) =>
      `The catalogue has no unit with the code “${asked}”. Look for it by name, with marks or without.`,
    search: 'Find a unit',
    types: {
      province: 'Province',
      city: 'City under the central government',
      ministry: 'Ministry',
      'ministerial-agency': 'Ministerial agency',
    },
    code: (code: string) => `code ${code}`,
    gone: 'merged into another unit',
  },
};

/** One unit: who it is, whether it reported, where it stands, what it reached, and what it was told to do. */
export function Page() {
  const { params } = useRoute();
  const asked = params.unit ?? '';
  const { answer, reload } = useUnits();
  const book = answer.state === 'ready' ? answer.value : null;
  const unit = book === null ? undefined : unitMeant(book, asked);
  return (
    <>
      <UnitHeading book={book} unit={unit} />
      {book === null ? (
        <Answered answer={answer} reload={reload}>
          {() => null}
        </Answered>
      ) : unit === undefined ? (
        <Unknown asked={asked} />
      ) : (
        <Known book={book} unit={unit} />
      )}
    </>
  );
}

function UnitHeading({ book, unit }: { book: UnitBook | null; unit: Unit | undefined }) {
  const say = useWords(words);
  const language = useLanguage();
  const above = <a href="/don-vi">{say.all}</a>;
  if (book === null || unit === undefined)
    return <PageHeading title={book === null ? say.title : say.unknown} above={above} />;
  const { type } = nameOn(unit, book.today);
  const facts = [say.types[type], say.code(unit.code), ...(livesOn(unit, book.today) ? [] : [say.gone])];
  return <PageHeading title={unitNameIn(book, unit, language)} above={above} lead={facts.join(' · ')} />;
}

function Unknown({ asked }: { asked: string }) {
  const say = useWords(words);
  return (
    <Notice kind="warning">
      <p>{say.unknownWhy(asked)}</p>
      <p>
        <a href={`/don-vi?tim=${encodeURIComponent(asked)}`}>{say.search}</a>
      </p>
    </Notice>
  );
}

function Known({ book, unit }: { book: UnitBook; unit: Unit }) {
  const lives = livesOn(unit, book.today);
  return (
    <>
      <UnitKin book={book} unit={unit} />
      {lives && <UnitReports unit={unit} />}
      {unit.kind === 'province' && <UnitFigures book={book} unit={unit} />}
      {lives && <UnitTasks unit={unit} today={book.today} />}
    </>
  );
}
