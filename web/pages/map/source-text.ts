/**
 * From where figures are, for a chart: this service, and the act by which they are asked for.
 * @param source of the catalogue; what stands behind the act is for who maintains it
 */
export function sourceText(source: string | undefined): string {
  const act = source?.split(/[;:]/)[0]?.trim();
  return act ? `Điểm Cầu · ${act}` : 'Điểm Cầu';
}
