import { expect, test } from '@jest/globals';
import { meetingText, meetingWithin } from '../../../../web/format/meetings.ts';

test('a meeting has one name, whole and short', () => {
  expect(meetingText(11, 'vi', 'Ủy ban Quốc gia về chuyển đổi số')).toBe(
    'Phiên họp lần thứ 11 của Ủy ban Quốc gia về chuyển đổi số',
  );
  expect(meetingText(11, 'en', 'National Committee on Digital Transformation')).toBe(
    'Meeting no. 11 of the National Committee on Digital Transformation',
  );
  expect([meetingText(4, 'vi'), meetingWithin(4, 'vi'), meetingWithin(4, 'en')]).toEqual([
    'Phiên họp lần thứ 4',
    'phiên họp lần thứ 4',
    'meeting no. 4',
  ]);
});
