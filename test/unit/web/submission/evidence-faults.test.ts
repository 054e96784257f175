import { expect, test } from '@jest/globals';
import { evidenceFaults } from '../../../../web/pages/submission/evidence-faults.ts';
import { evidenceWords } from '../../../../web/pages/submission/evidence-words.ts';

test('evidence that the service would refuse is told before it is sent', () => {
  const faults = (dispatch: string, size: number | null) =>
    evidenceFaults(dispatch, size === null ? null : { size }, evidenceWords.vi).map(({ message }) => message);
  expect(faults('', 0)).toEqual(['Tệp không có nội dung; hãy chọn tệp khác']);
  expect(faults('123/BC-UBND', 0)).toEqual(['Tệp không có nội dung; hãy chọn tệp khác']);
  expect(faults(' ', null)).toEqual(['Ghi số, ký hiệu văn bản hoặc chọn tệp']);
  // 50 MB are 50,000,000 bytes.
  expect(faults('', 50_000_001)).toHaveLength(1);
  expect([faults('', 50_000_000), faults('', 1), faults('123/BC-UBND', null)]).toEqual([[], [], []]);
});
