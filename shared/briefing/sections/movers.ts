import { periodOf } from '../../catalog/period.ts';
import type { Block } from '../content.ts';
import type { Draft, Told } from '../told.ts';
import type { Texts } from '../voice.ts';
import { type Compared, cardName, comparedWith } from './compared-scorecard.ts';
import { endsOf, movesTold } from './moves.ts';
import { rankingTable, totalsChart } from './ranking-table.ts';

/** Who leads, who lags behind and who has moved since the last meeting, by each scorecard of the meeting. */
export function moversSection(told: Told): Draft {
  const blocks = told.now.scorecards.flatMap((card) => cardBlocks(told, comparedWith(told, card)));
  return {
    id: 'movers',
    title: {
      vi: 'Xếp hạng và thay đổi so với phiên họp trước',
      en: 'Ranking, and moves since the last meeting',
    },
    blocks: blocks.length > 0 ? blocks : [{ kind: 'paragraph', text: told.voice.say(noScorecard) }],
  };
}

const noScorecard: Texts = {
  vi: 'Phiên họp này không có bộ chỉ số chấm điểm.',
  en: 'No scorecard is scored for this meeting.',
};

function cardBlocks(told: Told, compared: Compared): Block[] {
  const { card, before } = compared;
  const ranked = card.units.filter(({ rank }) => rank !== null);
  return [
    { kind: 'paragraph', text: introOf(told, compared, ranked.length) },
    { kind: 'list', items: endsOf(told, card, ranked) },
    ...(compared.why ? [{ kind: 'paragraph' as const, text: told.voice.say(compared.why) }] : []),
    ...(before ? [{ kind: 'list' as const, items: movesTold(told, { ...compared, before }) }] : []),
    rankingTable(told, compared),
    ...(ranked.length > 1 ? [totalsChart(told, card, ranked)] : []),
  ];
}

function introOf(told: Told, { card, before }: Compared, ranked: number): string {
  const { voice } = told;
  const { expected, counted } = card.coverage;
  const n = voice.number;
  const since = before
    ? voice.say({
        vi: ` So sánh với ${periodOf(before.period)?.names.vi ?? before.period} tại phiên họp trước.`,
        en: ` Compared with ${periodOf(before.period)?.names.en ?? before.period} at the meeting before.`,
      })
    : '';
  return voice.say({
    vi: `${cardName(told, card)} (tối đa ${n(card.max)} điểm): ${n(ranked)} đơn vị được xếp hạng trên ${n(counted)} đơn vị đã báo cáo và ${n(expected)} đơn vị phải báo cáo; các đơn vị bằng điểm có cùng thứ hạng.${since}`,
    en: `${cardName(told, card)} (at most ${n(card.max)} points): ${n(ranked)} units are ranked of ${n(counted)} that reported and ${n(expected)} that were expected; equal totals share a rank.${since}`,
  });
}
