import type { Unit } from '../../../shared/catalog/schema.ts';
import { published } from './constructed.ts';
import type { Said } from './files.ts';

/**
 * The tasks of the second session: how many there were, how many were done by the third and how many went on was
 * published; their texts, leads and causes were not, and are constructed and labelled so.
 */

/** One for each ministry, then for these provinces: Hà Nội, Hải Phòng, Đà Nẵng, TP. Hồ Chí Minh, Cần Thơ. */
const provinces = ['01', '31', '48', '79', '92'];

export function tasksFor(units: { provinces: readonly Unit[]; ministries: readonly Unit[] }) {
  const leads = [...units.ministries, ...units.provinces.filter(({ code }) => provinces.includes(code))];
  if (leads.length !== published.second.tasksAssigned) throw new Error('a lead for each task');
  return leads.map(({ id }, index) => ({
    text: `Nhiệm vụ dựng cho kiểm thử số ${index + 1}: hoàn thiện và báo cáo kết quả theo thông báo kết luận của phiên họp`,
    lead: id,
    with: [],
    deliverable: `Sản phẩm dựng số ${index + 1}`,
    measure: 'Đã ban hành và được nghiệm thu',
    deadline: '2022-07-31',
    constructed: true,
  }));
}

/** What the lead of a task says of it: the first of them are done, as many as were published to be. */
export function saidOf({ number, text }: { number: number; text: string }): Said {
  const isDone = number <= published.third.tasksDone;
  return {
    code: `ubqg-02/${number}`,
    text,
    state: isDone ? 'Hoàn thành' : 'Đang thực hiện',
    cause: isDone ? '' : `Nguyên nhân dựng cho kiểm thử của nhiệm vụ số ${number}`,
  };
}
