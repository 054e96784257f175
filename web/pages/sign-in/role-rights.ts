import type { Role } from '../../app/session.ts';

/** What each role may do, one sentence. */
export const roleRights: Record<'vi' | 'en', Record<Role, string>> = {
  vi: {
    reporter: 'Kiểm tra, nộp và rút báo cáo của đơn vị.',
    approver: 'Xem và ký xác nhận báo cáo của đơn vị; phải có xác thực hai yếu tố.',
    member: 'Xem số liệu, kể cả số tạm tính, của mọi đơn vị.',
    analyst: 'Xem số liệu của mọi đơn vị, trả lại báo cáo kèm câu hỏi.',
    secretariat: 'Chuẩn bị phiên họp, chốt số liệu, quản lý tài khoản và danh mục.',
  },
  en: {
    reporter: 'Checks, sends and withdraws the unit’s reports.',
    approver: 'Sees and signs the unit’s reports; needs a second factor.',
    member: 'Sees the figures of every unit, provisional ones too.',
    analyst: 'Sees the figures of every unit, returns a report with a question.',
    secretariat: 'Prepares meetings, freezes figures, manages accounts and the catalogue.',
  },
};
