import type { TaskAsked } from '../../shared/tasks/assign-tasks.ts';

/**
 * What the demonstration's meeting assigns, so that there is something to report on: no such task was ever assigned,
 * and each says so.
 */
export const demoTasks: TaskAsked[] = [
  {
    text: 'Nhiệm vụ dựng để minh họa: công khai đầy đủ, đúng hạn 100% thủ tục hành chính thuộc thẩm quyền giải quyết.',
    lead: '80',
    with: ['VPCP'],
    deliverable: 'Báo cáo kết quả rà soát, công khai thủ tục hành chính',
    measure: '100% thủ tục hành chính được công khai đúng hạn',
    deadline: '2026-12-25',
    constructed: true,
  },
  {
    text: 'Nhiệm vụ dựng để minh họa: tái sử dụng dữ liệu đã số hóa khi giải quyết thủ tục hành chính.',
    lead: '52',
    with: [],
    deliverable: 'Báo cáo kết quả tái sử dụng dữ liệu đã số hóa',
    measure: 'Từ 80% hồ sơ trở lên có dữ liệu được tái sử dụng',
    deadline: '2026-12-25',
    constructed: true,
  },
  {
    text: 'Nhiệm vụ dựng để minh họa: hướng dẫn các địa phương đối soát số liệu báo cáo trước phiên họp.',
    lead: 'BKHCN',
    with: ['VPCP'],
    deliverable: 'Văn bản hướng dẫn đối soát số liệu',
    measure: 'Văn bản đã ban hành',
    deadline: '2026-11-30',
    constructed: true,
  },
];
