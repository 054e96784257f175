import type { CoverageDocument } from '../../aggregation/punctuality.ts';
import type { Block, Cell } from '../content.ts';
import { type Draft, figure, roundName, roundOf, type Told, unitName, words } from '../told.ts';
import type { Texts } from '../voice.ts';

/** Who reported, before any figure: by form, with the rule for lateness, and everybody who is missing by name. */
export function coverageSection(told: Told): Draft {
  const { coverages } = told.now;
  const blocks: Block[] = [
    ...coverages.map((coverage): Block => ({ kind: 'paragraph', text: summaryOf(told, coverage) })),
    ...rulesIn(told).map((text): Block => ({ kind: 'paragraph', text })),
    { kind: 'list', items: coverages.map((coverage) => dueOf(told, coverage)) },
    byForm(told),
    exceptions(told),
  ];
  return { id: 'coverage', title: { vi: 'Tình hình báo cáo', en: 'Who has reported' }, blocks };
}

function summaryOf(told: Told, coverage: CoverageDocument): string {
  const { voice } = told;
  const { form } = roundOf(told, coverage);
  const { counts, expected, counted, units } = coverage;
  const names = (state: string) =>
    units.filter((unit) => unit.state === state).map((unit) => unitName(told, unit, coverage));
  const missing = names('missing');
  const late = names('late');
  const n = voice.number;
  const counted_ = (count: number, vi: string, en: string) =>
    count === 0 ? [] : [`${n(count)} ${voice.say({ vi, en })}`];
  const parts = [
    `${n(counts.onTime + counts.reported)} ${voice.say(
      form.owed === false ? { vi: 'đã công bố', en: 'published' } : { vi: 'đúng hạn', en: 'on time' },
    )}`,
    ...counted_(counts.late, 'chậm', 'late'),
  ];
  // Of those that reported, so that they are no further ones.
  const reported = units.filter(({ state }) => state !== 'missing' && state !== 'not-due');
  const among = [
    ...counted_(reported.filter(({ revised }) => revised).length, 'đơn vị đã điều chỉnh', 'revised since'),
    ...counted_(
      reported.filter(({ nil }) => nil).length,
      'đơn vị báo cáo không phát sinh',
      'certified that there is nothing to report',
    ),
  ];
  const absent = [
    ...counted_(counts.missing, 'đơn vị chưa báo cáo', 'missing'),
    ...counted_(counts.notDue, 'đơn vị chưa đến hạn', 'not due yet'),
  ];
  const told_ = `${roundName(told, coverage)}: ${voice.say({
    vi: `${n(counted)}/${n(expected)} đơn vị đã báo cáo (${voice.list(parts)})`,
    en: `${n(counted)} of ${n(expected)} units have reported (${voice.list(parts)})`,
  })}${among.length > 0 ? `, ${voice.say({ vi: 'trong đó', en: 'of these' })} ${voice.list(among)}` : ''}${absent.length > 0 ? `; ${voice.list(absent)}` : ''}.`;
  const named = [
    missing.length > 0 && `${voice.say({ vi: 'Chưa báo cáo', en: 'Missing' })}: ${voice.list(missing)}.`,
    late.length > 0 && `${voice.say({ vi: 'Báo cáo chậm', en: 'Late' })}: ${voice.list(late)}.`,
  ].filter((text) => text !== false);
  return [told_, ...named].join(' ');
}

/** Each rule by which a report of the meeting is late, once. */
function rulesIn({ voice, now }: Told): string[] {
  const rules = new Map(now.coverages.flatMap(({ rule }) => (rule ? [[rule.regime, rule] as const] : [])));
  const head = voice.say({ vi: 'Cách tính đúng hạn', en: 'How lateness is told' });
  return [...rules.values()].map(
    ({ names, words: text }) => `${head} (${names[voice.language]}): ${text[voice.language]}`,
  );
}

function dueOf(told: Told, coverage: CoverageDocument): string {
  const { voice } = told;
  const name = roundName(told, coverage);
  if (coverage.due === null) {
    return `${name}: ${voice.say({ vi: 'số liệu đã công bố, không có hạn báo cáo.', en: 'a publication, which nobody owes by a day.' })}`;
  }
  const moved = coverage.dueMoved;
  const from = moved
    ? voice.say({
        vi: ` (theo quy định là ngày ${voice.day(moved.from)}; ${moved.why.vi})`,
        en: ` (by the rule ${voice.day(moved.from)}; ${moved.why.en})`,
      })
    : '';
  const unsure = coverage.dueIsSure
    ? ''
    : voice.say({
        vi: ' Lịch nghỉ quanh ngày này chưa được công bố đủ nên hạn còn có thể thay đổi.',
        en: ' The holidays around this day are not all announced, so it may still move.',
      });
  return voice.say({
    vi: `${name}: hạn báo cáo ngày ${voice.day(coverage.due)}${from}.${unsure}`,
    en: `${name}: due on ${voice.day(coverage.due)}${from}.${unsure}`,
  });
}

function byForm(told: Told): Block {
  const { voice } = told;
  const heads: readonly Texts[] = [
    { vi: 'Phải báo cáo', en: 'Expected' },
    { vi: 'Đã báo cáo', en: 'Reported' },
    { vi: 'Đúng hạn', en: 'On time' },
    { vi: 'Chậm', en: 'Late' },
    { vi: 'Chưa báo cáo', en: 'Missing' },
    { vi: 'Chưa đến hạn', en: 'Not due' },
    { vi: 'Không phát sinh', en: 'Nil' },
    { vi: 'Đã điều chỉnh', en: 'Revised' },
  ];
  const rows = told.now.coverages.map((coverage): Cell[] => {
    const { form, period } = roundOf(told, coverage);
    const { counts, expected, counted, due } = coverage;
    const numbers = [
      expected,
      counted,
      counts.onTime,
      counts.late,
      counts.missing,
      counts.notDue,
      counts.nil,
      counts.revised,
    ];
    return [
      words(form.names[voice.language]),
      words(period.names[voice.language]),
      words(due === null ? voice.say({ vi: 'không có', en: 'none' }) : voice.day(due)),
      ...numbers.map((number) => figure(voice, number)),
    ];
  });
  return {
    kind: 'table',
    id: 'coverage-by-form',
    caption: voice.say({ vi: 'Tình hình báo cáo theo biểu mẫu', en: 'Reports by form' }),
    columns: [
      { head: voice.say({ vi: 'Biểu mẫu', en: 'Form' }), align: 'start', width: 28 },
      { head: voice.say({ vi: 'Kỳ báo cáo', en: 'Period' }), align: 'start', width: 14 },
      { head: voice.say({ vi: 'Hạn báo cáo', en: 'Due' }), align: 'center', width: 12 },
      ...heads.map((head) => ({ head: voice.say(head), align: 'end' as const, width: 8 })),
    ],
    rows,
  };
}

const stateTexts: Readonly<Record<CoverageDocument['units'][number]['state'], Texts>> = {
  'on-time': { vi: 'đúng hạn', en: 'on time' },
  late: { vi: 'chậm', en: 'late' },
  reported: { vi: 'đã công bố', en: 'published' },
  missing: { vi: 'chưa báo cáo', en: 'missing' },
  'not-due': { vi: 'chưa đến hạn', en: 'not due yet' },
};

/** Whoever is not simply on time with a first version, by name. */
function exceptions(told: Told): Block {
  const { voice } = told;
  const rows = told.now.coverages.flatMap((coverage) =>
    coverage.units
      .filter(({ state, revised, nil, extendedTo }) => {
        const isUsual = state === 'on-time' || state === 'reported';
        return !isUsual || nil || extendedTo !== null || revised;
      })
      .map((unit): Cell[] => {
        const notes = [
          unit.nil && voice.say({ vi: 'xác nhận không phát sinh', en: 'nothing to report' }),
          unit.extendedTo !== null &&
            voice.say({
              vi: `được gia hạn đến ${voice.day(unit.extendedTo)}`,
              en: `extended to ${voice.day(unit.extendedTo)}`,
            }),
          unit.revised &&
            voice.say({
              vi: unit.version === null ? 'đã điều chỉnh' : `phiên bản ${unit.version} đang có hiệu lực`,
              en: unit.version === null ? 'revised' : `version ${unit.version} stands`,
            }),
        ].filter((note) => typeof note === 'string');
        return [
          words(unit.code),
          words(unitName(told, unit, coverage)),
          words(roundName(told, coverage)),
          words(voice.say(stateTexts[unit.state])),
          words(notes.length > 0 ? notes.join('; ') : voice.say({ vi: 'không có', en: 'none' })),
        ];
      }),
  );
  if (rows.length === 0) {
    return {
      kind: 'paragraph',
      text: voice.say({
        vi: 'Tất cả các đơn vị đều báo cáo đúng hạn, không có báo cáo nào phải điều chỉnh.',
        en: 'Every unit reported on time, and no report was revised.',
      }),
    };
  }
  return {
    kind: 'table',
    id: 'coverage-exceptions',
    caption: voice.say({
      vi: 'Các đơn vị chưa báo cáo, báo cáo chậm, được gia hạn, không phát sinh hoặc đã điều chỉnh',
      en: 'Units that are missing, late, extended, without anything to report, or revised',
    }),
    columns: [
      { head: voice.say({ vi: 'Mã', en: 'Code' }), align: 'center', width: 6 },
      { head: voice.say({ vi: 'Đơn vị', en: 'Unit' }), align: 'start', width: 22 },
      { head: voice.say({ vi: 'Biểu mẫu, kỳ báo cáo', en: 'Form, period' }), align: 'start', width: 32 },
      { head: voice.say({ vi: 'Tình trạng', en: 'State' }), align: 'start', width: 14 },
      { head: voice.say({ vi: 'Ghi chú', en: 'Note' }), align: 'start', width: 26 },
    ],
    rows,
  };
}
