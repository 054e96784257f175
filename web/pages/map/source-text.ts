import { actOf } from '../../format/sources.ts';

/**
 * From where figures are, for a chart: this service, and the act by which they are asked for.
 * @param source of the catalogue
 */
export function sourceText(source: string | undefined): string {
  const act = source && actOf(source);
  return act ? `Điểm Cầu · ${act}` : 'Điểm Cầu';
}
