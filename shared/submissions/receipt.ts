import type { Past, SlotKey } from './slot.ts';

/** What an approver is given for a signature, and may read again: the version, and what it is not. */
export type Receipt = SlotKey & Past & { notice: { vi: string; en: string } };

/** What a signature here is not; said before it is given and on the receipt. */
export const receiptNotice = {
  vi: 'Đây là xác nhận của người phê duyệt trong hệ thống, không phải chữ ký số theo quy định của pháp luật.',
  en: "This is the approver's confirmation inside this service, not a legal digital signature.",
};

/** The receipt for a version, whether it still stands or not. */
export function receiptOf(slot: SlotKey, version: Past): Receipt {
  return { ...slot, ...version, notice: receiptNotice };
}
