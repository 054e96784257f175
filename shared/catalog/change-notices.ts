import type { Catalog } from './catalog.ts';

/** Something that a draft brings about and that needs somebody's hand besides. */
export type CatalogNotice = {
  code: 'freeze-by-deployment';
  section: string;
  entry: string;
  message: { vi: string; en: string };
};

/**
 * What must be done beside publishing: a meeting's freeze is a schedule that a deployment makes
 * (docs/decisions/011-schedules-in-the-template.md), so a cut-off that is new or moved has none yet.
 */
export function changeNotices(base: Catalog, draft: Catalog): CatalogNotice[] {
  const moved = [...draft.meetings.values()].filter(
    ({ id, freezeAt }) => (base.meetings.get(id)?.freezeAt ?? null) !== freezeAt,
  );
  return moved.map(({ id }) => ({
    code: 'freeze-by-deployment',
    section: 'meetings',
    entry: id,
    message: {
      vi: 'Thời điểm chốt số liệu của phiên họp này chỉ có hiệu lực sau lần triển khai phần mềm tiếp theo; hãy báo bộ phận vận hành.',
      en: "This meeting's cut-off takes effect with the next deployment only: tell the operators.",
    },
  }));
}
