import { briefingOf } from '../../shared/briefing/briefing-of.ts';
import type { Briefing } from '../../shared/briefing/content.ts';
import type { Language } from '../../shared/briefing/voice.ts';
import { catalog } from '../../shared/catalog/catalog.ts';
import type { ReportedTask, TasksDocument } from '../../shared/tasks/task.ts';
import { publishedRound, snapshotOfRounds } from '../../test/unit/briefing/published-snapshot.ts';

/** The published figures, after a meeting at which one unit's were others, with 27 tasks of long texts, constructed. */
export function taskedBriefing(language: Language): Briefing {
  const earlier = publishedRound((entry) =>
    entry.unit.code === '82'
      ? { ...entry, figures: entry.figures.filter(({ value }) => value === null) }
      : entry,
  );
  const previous = snapshotOfRounds([earlier], { of: { id: 'ubqg-10', number: 10 } });
  const documents = [{ name: { kind: 'tasks' as const, code: 'ubqg-11', period: null }, document: tasks() }];
  const snapshot = snapshotOfRounds([publishedRound()], { previous, documents });
  return briefingOf({ snapshot, previous, catalog, language });
}

function tasks(): TasksDocument {
  const all = Array.from({ length: 27 }, (_, at) => task(at + 1));
  const done = all.filter(({ state }) => state === 'done').length;
  return {
    schema: 'tasks/1',
    meeting: 'ubqg-11',
    previous: 'ubqg-10',
    carried: 0,
    assigned: all.length,
    done,
    continuing: all.length - done,
    notReported: all.filter(({ reported }) => !reported).length,
    tasks: all,
  };
}

function task(number: number): ReportedTask {
  const open = number > 15;
  return {
    id: `ubqg-10/${number}`,
    meeting: 'ubqg-10',
    number,
    text: texts[number % texts.length] as string,
    lead: 'ministry:BCA',
    leadName: number % 2 === 0 ? 'Bộ Công an' : 'Bộ Nông nghiệp và Môi trường',
    with: [],
    withNames: [],
    deliverable: 'Báo cáo',
    measure: 'Đã ban hành',
    deadline: open && number % 3 === 0 ? '2026-12-31' : '2026-09-30',
    constructed: true,
    carried: false,
    passedFrom: null,
    leadDivided: false,
    state: open ? 'continuing' : 'done',
    reported: number !== 27,
    doneOn: open ? null : '2026-09-01',
    result: open ? null : 'Đã ban hành và công bố trên Cổng thông tin điện tử',
    cause: open && number !== 27 ? (causes[number % causes.length] as string) : null,
    told: null,
  };
}

const texts = [
  'Hoàn thành việc kết nối, chia sẻ dữ liệu giữa Cơ sở dữ liệu quốc gia về dân cư với hệ thống thông tin giải quyết thủ tục hành chính của địa phương, bảo đảm 100% hồ sơ trực tuyến được đối soát tự động',
  'Ban hành kế hoạch bồi dưỡng kỹ năng số cho cán bộ, công chức cấp xã',
  'Rà soát, công bố danh mục dịch vụ công trực tuyến toàn trình; cắt giảm ít nhất 30% thời gian xử lý so với quy định hiện hành',
];
const causes = [
  'Chưa bố trí đủ kinh phí trong dự toán năm; đã đề nghị bổ sung',
  'Phần mềm dùng chung chưa mở kết nối cho địa phương, nên chưa đối soát được',
];
