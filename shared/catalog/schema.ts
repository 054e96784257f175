import * as v from 'valibot';

/**
 * The shapes of the catalogue's data files. A file that breaks its shape stops whatever loads it:
 * a wrong catalogue is a fault of ours, never a finding about a province.
 */

const Day = v.pipe(v.string(), v.isoDate());
const Text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(1000));
const Names = v.strictObject({ vi: Text, en: Text });
/** A decimal number as text: figures never pass through a binary float. */
const DecimalText = v.pipe(v.string(), v.regex(/^-?\d+(\.\d+)?$/));
const Code = v.pipe(v.string(), v.regex(/^[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*$/));
/** A number of one or two digits, without a zero before it. */
const PlainNumber = v.pipe(v.string(), v.regex(/^[1-9]\d?$/));

/** Kinds of unit. The kind is part of every key, so that a ministry and a province never meet in one. */
const unitKinds = ['province', 'ministry'] as const;
export type UnitKind = (typeof unitKinds)[number];

export const UnitSchema = v.strictObject({
  /** `kind:code@year`: an identity through time. It outlives changes of name and type, and ends with a merger. */
  id: v.pipe(v.string(), v.regex(/^(province|ministry):[A-Za-z0-9]+(@\d{4})?$/)),
  kind: v.picklist(unitKinds),
  /** The GSO two-digit code of a province, the abbreviation of a ministry. Means nothing without a date. */
  code: Code,
  /** Its codes in other systems: each means this unit on the days on which both the unit lives and the system is in force. */
  codes: v.strictObject({
    portal: v.optional(v.pipe(v.string(), v.regex(/^H\d{2}$/))),
    iso: v.optional(v.pipe(v.string(), v.regex(/^VN-(\d{2}|[A-Z]{2})$/))),
    sapnhap: v.optional(PlainNumber),
    papi: v.optional(v.pipe(v.string(), v.regex(/^P\d{2}$/))),
    pci: v.optional(PlainNumber),
  }),
  /** First and last local day of the unit's life; null: not bounded in the sources held. */
  from: v.nullable(Day),
  to: v.nullable(Day),
  /** Dated names, oldest first; the first may be undated. */
  names: v.pipe(
    v.array(
      v.strictObject({
        from: v.nullable(Day),
        vi: Text,
        full: Text,
        en: Text,
        type: v.picklist(['province', 'city', 'ministry', 'ministerial-agency']),
        /** The act that changed name or type. */
        source: v.optional(Text),
      }),
    ),
    v.minLength(1),
  ),
  successors: v.array(v.string()),
});
export type Unit = v.InferOutput<typeof UnitSchema>;
export type UnitName = Unit['names'][number];

/** Systems of codes of provinces that meet in files; `gso` is a unit's own `code`. */
const codeSystems = ['gso', 'portal', 'iso', 'sapnhap', 'papi', 'pci'] as const;
export const CodeSystemSchema = v.strictObject({
  system: v.picklist(codeSystems),
  names: Names,
  /** The first and last local day of the map that it counts; null: not bounded. */
  from: v.nullable(Day),
  to: v.nullable(Day),
  source: Text,
});
export type CodeSystem = v.InferOutput<typeof CodeSystemSchema>;

/** A socio-economic region: the provinces that it is made of, while they are. */
export const RegionSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^region:[A-Z]+@\d{4}$/)),
  names: Names,
  from: Day,
  to: v.nullable(Day),
  members: v.pipe(v.array(v.string()), v.minLength(1)),
});
export type Region = v.InferOutput<typeof RegionSchema>;

export const UnitsFile = v.strictObject({
  schema: v.literal('units/2'),
  source: Text,
  systems: v.array(CodeSystemSchema),
  regions: v.strictObject({ source: Text, regions: v.array(RegionSchema) }),
  units: v.array(UnitSchema),
});

const GsoCode = v.pipe(v.string(), v.regex(/^\d{2}$/));
/** By province: code, type (P phường, X xã, D đặc khu) and name of each commune. */
export const CommunesFile = v.strictObject({
  schema: v.literal('communes/1'),
  source: Text,
  from: Day,
  /** The local day of which the types are. */
  typesAsOf: Day,
  /** By province, the local day from which they hold: before it some of its wards were communes, not known which. */
  typesFrom: v.record(GsoCode, Day),
  communes: v.record(
    GsoCode,
    v.array(v.tuple([v.pipe(v.string(), v.regex(/^\d{5}$/)), v.picklist(['P', 'X', 'D']), Text])),
  ),
});

/** By province, each district's code, name and wards: code, type (P phường, X xã, T thị trấn) and name. */
export const WardsFile = v.strictObject({
  schema: v.literal('wards/1'),
  source: Text,
  /** The last local day on which there were districts and wards. */
  to: Day,
  provinces: v.record(
    GsoCode,
    v.array(
      v.tuple([
        v.pipe(v.string(), v.regex(/^\d{3}$/)),
        v.pipe(v.string(), v.regex(/^(Quận|Huyện|Thị xã|Thành phố) \S/)),
        v.pipe(v.string(), v.regex(/^(\d{5} [PXT] [^;]+(; |$))*$/)),
      ]),
    ),
  ),
});

/** Of each commune, by its code, the wards (five digits) and districts without wards (three) that it was made of. */
export const WardMapFile = v.strictObject({
  schema: v.literal('ward-map/1'),
  source: Text,
  communes: v.record(
    v.pipe(v.string(), v.regex(/^\d{5}$/)),
    v.pipe(v.string(), v.regex(/^\d{3}(\d{2})?( \d{3}(\d{2})?)*$/)),
  ),
});

const indicatorKinds = [
  'ratio',
  'score',
  'count',
  'amount',
  'rate',
  'rank',
  'yes-no',
  'date',
  'target',
  'text',
] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

/**
 * How an indicator's figures become one figure.
 * Over units (communes of a province, predecessors of a merged unit, provinces of the nation): `sum` ·
 * `ratio`: numerators and denominators are summed, then divided · `weighted`: values weighted by another
 * indicator's (`weight`: GRDP per head by population), so that the total is recomputed and never a mean of means ·
 * `share-yes`: how many of those that answered said yes · `none`: refused, with that reason.
 * Over time (quarters of a year): `sum` (a flow) · `last` (a stock) · `ratio` · `none`.
 */
const CarriageSchema = v.strictObject({
  units: v.picklist(['sum', 'ratio', 'weighted', 'share-yes', 'none']),
  time: v.picklist(['sum', 'last', 'ratio', 'none']),
  weight: v.optional(Code),
});
export type Carriage = v.InferOutput<typeof CarriageSchema>;

/** What is to be reached: a number with its operator, a range, or words where no number was set. */
const TargetSchema = v.strictObject({
  /** The last year in which it may be reached; absent: it holds all the time (*hằng năm*, *liên tục*). */
  year: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2100))),
  aim: v.variant('is', [
    v.strictObject({ is: v.picklist(['>=', '>', '<=', '<', '=']), value: DecimalText }),
    v.strictObject({ is: v.literal('range'), from: DecimalText, to: DecimalText }),
    v.strictObject({ is: v.literal('words') }),
  ]),
  /** Among whom, where one indicator has two aims (*≤ 3 Đông Nam Á; ≤ 50 Thế giới*). */
  among: v.optional(Text),
  /** As it was published. */
  text: Text,
  source: Text,
});
export type Target = v.InferOutput<typeof TargetSchema>;

export const IndicatorSchema = v.strictObject({
  id: Code,
  /**
   * `ratio`: a of b, never averaged, always a/b · `score`: points as reported, whose rule is not published ·
   * `count`: whole things · `amount`: a quantity in `unit` (đồng, Mbps) · `rate`: percent as reported, without its
   * parts · `rank`: 1 is best · `yes-no` · `date` · `target`: an aim with its operator or its range · `text`.
   */
  kind: v.picklist(indicatorKinds),
  unit: Text,
  /** The most that a figure can be, where the decision says so. */
  max: v.optional(DecimalText),
  direction: v.picklist(['up', 'down', 'none']),
  names: Names,
  source: Text,
  /** A share or a rate that may be more than 100 %: how far a plan is fulfilled. */
  overHundred: v.optional(v.literal(true)),
  /** The indicators whose figures add up to this one's. */
  sumOf: v.optional(v.pipe(v.array(Code), v.minLength(2))),
  /** How figures add up; absent: as `carriageOf` says of the kind. */
  over: v.optional(CarriageSchema),
  pillar: v.optional(v.picklist(['government', 'economy', 'society', 'foundation'])),
  /** The level of which the decision asks it. */
  level: v.optional(v.picklist(['national', 'province', 'district', 'commune'])),
  /** What the numerator and the denominator count. */
  parts: v.optional(v.strictObject({ numerator: Text, denominator: Text })),
  targets: v.optional(v.array(TargetSchema)),
  /** The agency that leads it, as the decision names it, and as a unit where it is one. */
  lead: v.optional(v.strictObject({ name: Text, unit: v.optional(v.string()) })),
  /** `sourced`: all of it stands in the source · `partly-inferred`: the note says what does not. */
  status: v.optional(v.picklist(['sourced', 'partly-inferred'])),
  note: v.optional(Text),
});
export type Indicator = v.InferOutput<typeof IndicatorSchema>;
export const IndicatorsFile = v.strictObject({
  schema: v.literal('indicators/1'),
  indicators: v.array(IndicatorSchema),
});

const periodKinds = ['month', 'quarter', 'half', 'nine-months', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

export const FormSchema = v.strictObject({
  code: Code,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  names: Names,
  unitKind: v.picklist(unitKinds),
  /** Units of other kinds that report it too, each for itself: tasks are led by provinces and by ministries. */
  alsoKinds: v.optional(v.pipe(v.array(v.picklist(unitKinds)), v.minLength(1))),
  periodKind: v.picklist(periodKinds),
  /** Which of a period's windows the figures cover. */
  window: v.picklist(['administrative', 'statistical']),
  /** By whose rule it is due: a regime of `periods.json`; absent: the Government's. */
  due: v.optional(Code),
  /** First and last period in which this version is asked for. */
  from: v.string(),
  to: v.nullable(v.string()),
  /** The only units that owe it; absent: every unit of the kind. A successor owes it in its predecessor's place. */
  reporters: v.optional(v.pipe(v.array(v.string()), v.minLength(1))),
  /**
   * The units that its figures are about, where one unit publishes for all: the map of the period, or of a day
   * where the figures were published on a later map.
   */
  about: v.optional(v.strictObject({ kind: v.picklist(unitKinds), on: v.optional(Day) })),
  /** False: nobody owes it by a day: a publication from before this service, or a form for who has something to say. */
  owed: v.optional(v.literal(false)),
  groups: v.array(v.strictObject({ code: Code, names: Names })),
  /** None: the form is a sheet of tasks alone. */
  indicators: v.array(v.strictObject({ indicator: Code, group: Code })),
});
export type Form = v.InferOutput<typeof FormSchema>;
export const FormsFile = v.strictObject({ schema: v.literal('forms/1'), forms: v.array(FormSchema) });

export const MetricRuleSchema = v.variant('rule', [
  /** min(1, (a/b) / target) × max; 0/0 scores 0. */
  v.strictObject({
    rule: v.literal('target-capped'),
    indicator: Code,
    max: DecimalText,
    /** In percent. */
    target: DecimalText,
  }),
  /** (a/b) × max, or value × max where the figure is a share in 0…1. */
  v.strictObject({ rule: v.literal('ratio'), indicator: Code, max: DecimalText }),
  /** The points of the highest step that the figure reaches; below the first, 0. */
  v.strictObject({
    rule: v.literal('steps'),
    indicator: Code,
    max: DecimalText,
    steps: v.pipe(v.array(v.strictObject({ from: DecimalText, points: DecimalText })), v.minLength(1)),
  }),
  /** The points of the word that was reported. */
  v.strictObject({
    rule: v.literal('categories'),
    indicator: Code,
    max: DecimalText,
    points: v.record(Text, DecimalText),
  }),
  /** value ÷ the largest value of all units × max: one late file changes everybody's points. */
  v.strictObject({ rule: v.literal('share-of-best'), indicator: Code, max: DecimalText }),
  /** The scorecard gives every unit the full points, whatever was reported. */
  v.strictObject({ rule: v.literal('granted'), indicator: Code, max: DecimalText }),
]);
export type MetricRule = v.InferOutput<typeof MetricRuleSchema>;

export const GroupRuleSchema = v.variant('rule', [
  /** The group is the sum of its metrics' scores, each rounded first. */
  v.strictObject({
    rule: v.literal('sum-of-rounded'),
    code: Code,
    names: Names,
    max: DecimalText,
    metrics: v.array(MetricRuleSchema),
  }),
  /** A main index in 0…1 times its weight: value × max, exactly; the total is rounded once. */
  v.strictObject({
    rule: v.literal('weighted'),
    code: Code,
    names: Names,
    max: DecimalText,
    indicator: Code,
  }),
  /** The unit reports the group's score: its rule is not published. */
  v.strictObject({
    rule: v.literal('reported'),
    code: Code,
    names: Names,
    max: DecimalText,
    indicator: Code,
  }),
]);
export type GroupRule = v.InferOutput<typeof GroupRuleSchema>;

/**
 * How the total comes from the groups: their sum, over `divideBy` where the decision divides (the DTI: 1000), or
 * the total as published (`reported`: an indicator) where not all parts are held. `reported` alone: always the total
 * as published, since the weights are not held. A group of weight 0 is no part of the total.
 */
const TotalSchema = v.strictObject({
  divideBy: v.optional(DecimalText),
  reported: v.optional(Code),
});

/**
 * `half-even` (banker's): an exact half goes to the even neighbour; QĐ 766's portal publishes 0.125 as 0.12 ·
 * `half-up`: away from zero · `down`: towards zero · `up`: away from zero, whatever is left.
 */
const RoundingSchema = v.strictObject({
  places: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10)),
  mode: v.picklist(['half-even', 'half-up', 'down', 'up']),
});
export type Rounding = v.InferOutput<typeof RoundingSchema>;

export const ScorecardSchema = v.strictObject({
  code: Code,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  names: Names,
  form: Code,
  source: Text,
  max: DecimalText,
  rounding: RoundingSchema,
  groups: v.array(GroupRuleSchema),
  total: v.optional(TotalSchema),
  /**
   * The points of a merged unit for a period before its merger: `recompute`: its predecessors' figures are carried
   * over, then scored · `mean`: the plain mean of its predecessors' indices and totals (the official rule of the DTI).
   */
  merged: v.optional(v.picklist(['recompute', 'mean']), 'recompute'),
});
export type Scorecard = v.InferOutput<typeof ScorecardSchema>;
export const ScorecardsFile = v.strictObject({
  schema: v.literal('scorecards/1'),
  scorecards: v.array(ScorecardSchema),
});

/** A day relative to the period's year: `-1-12-15` is 15 December of the year before; `end`: the month's last day. */
const RelativeDay = v.pipe(v.string(), v.regex(/^[+-]\d-\d{2}-(\d{2}|end)$/));
const WindowSchema = v.strictObject({ from: RelativeDay, to: RelativeDay });
const PeriodSuffix = v.pipe(v.string(), v.regex(/^(-(M(0[1-9]|1[0-2])|Q[1-4]|H[12]|9M))?$/));
export const PeriodsFile = v.strictObject({
  schema: v.literal('periods/3'),
  source: v.strictObject({ administrative: Text, statistical: Text }),
  /** To whom reports go, and by which rule they are due. */
  regimes: v.array(
    v.strictObject({
      code: Code,
      names: Names,
      /** The rule of the day, in words. */ rule: Names,
      source: Text,
    }),
  ),
  /** The periods of a year; those of one kind in the order of time. */
  kinds: v.array(
    v.strictObject({
      kind: v.picklist(periodKinds),
      /** What stands behind the year in a period's code; nothing for the year itself. */
      suffix: PeriodSuffix,
      /** With `{year}` where the year stands. */
      names: Names,
      /** Its figures add up from the start of the year: half a year, nine months, the year. */
      cumulative: v.boolean(),
      administrative: WindowSchema,
      statistical: WindowSchema,
      /** The quarters of which it consists, by suffix. */
      parts: v.array(PeriodSuffix),
      /** By regime; one that names no day for this kind is not here. */
      due: v.record(Code, RelativeDay),
    }),
  ),
});

const NamedDay = v.strictObject({ day: v.pipe(v.string(), v.regex(/^\d{2}-\d{2}$/)), names: Names });
/** Public holidays: what the law says of every year, and what the Government decided for each. */
export const HolidaysFile = v.strictObject({
  schema: v.literal('holidays/1'),
  source: Text,
  yearly: v.array(NamedDay),
  names: v.strictObject({ tet: Names, hungKings: Names, besideNationalDay: Names }),
  /** The first day of the lunar year, and the tenth of its third month. */
  lunar: v.array(v.strictObject({ year: v.number(), tet: Day, hungKings: Day })),
  announced: v.array(
    v.strictObject({
      year: v.number(),
      source: Text,
      /** The first of the five days of Tết. */
      tetFrom: Day,
      /** The second day of the National Day: the one before it or the one behind. */
      besideNationalDay: Day,
      /** A working day that is off, and the Saturday that is worked for it. */
      swaps: v.array(v.strictObject({ off: Day, worked: Day })),
      /** Days of which it is not known whether they are off. */
      unsure: v.array(v.strictObject({ day: Day, why: Names })),
    }),
  ),
});

/** A session that was held, as it was published. What is to be held is planned through the API (shared/meetings/). */
export const HeldMeetingSchema = v.strictObject({
  id: Code,
  body: Code,
  number: v.pipe(v.number(), v.integer()),
  /** A local day, or a month where the day is not known. */
  date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}(-\d{2})?$/)),
  theme: Text,
  periods: v.array(v.string()),
  figures: v.nullable(Text),
  tasksAssigned: v.nullable(v.number()),
  status: Text,
  source: Text,
});
export type HeldMeeting = v.InferOutput<typeof HeldMeetingSchema>;
export const MeetingsFile = v.strictObject({
  schema: v.literal('meetings/2'),
  bodies: v.array(v.strictObject({ code: Code, names: Names })),
  meetings: v.array(HeldMeetingSchema),
});

export const CatalogFile = v.strictObject({
  schema: v.literal('catalog/1'),
  version: v.pipe(v.string(), v.regex(/^\d{4}\.\d+$/)),
});
