import { expect, test } from '@jest/globals';
import { DoneMemory } from '../../../../web/app/done.ts';

const [list, other] = ['/thu-ky/tai-khoan', '/thu-ky/danh-muc'];

test('what was done is told at the page that was gone to, and at no other', () => {
  const memory = new DoneMemory();
  expect(memory.toldAt(list)).toBeNull();
  memory.tell(list, 'xoa');
  memory.arrived(list);
  expect(memory.toldAt(list)).toMatchObject({ what: 'xoa' });
  expect(memory.toldAt(other)).toBeNull();
  expect(memory.toldAt(`${list}?tai-khoan=le.b`)).toBeNull();
});

test('coming back tells nothing', () => {
  const memory = new DoneMemory();
  memory.tell(list, 'xoa');
  memory.arrived(other);
  memory.arrived(list);
  expect(memory.toldAt(list)).toBeNull();
});

test('the same done twice is told twice', () => {
  const memory = new DoneMemory();
  let heard = 0;
  const stop = memory.listen(() => {
    heard += 1;
  });
  memory.tell(list, 'sua');
  const first = memory.toldAt(list)?.number;
  memory.tell(list, 'sua');
  expect(memory.toldAt(list)?.number).not.toBe(first);
  stop();
  memory.tell(list, 'sua');
  expect(heard).toBe(2);
});
