import type { Role } from '../../app/session.ts';

/** The roles in words, for whoever holds them. */
export const roleNames: Record<'vi' | 'en', Record<Role, string>> = {
  vi: {
    reporter: 'Cán bộ báo cáo',
    approver: 'Người phê duyệt, ký xác nhận',
    member: 'Thành viên Ủy ban',
    analyst: 'Chuyên viên phân tích của bộ',
    secretariat: 'Ban Thư ký',
  },
  en: {
    reporter: 'Reporter',
    approver: 'Approver, who signs',
    member: 'Member of the Committee',
    analyst: 'Analyst of the ministry',
    secretariat: 'Secretariat of the Committee',
  },
};

/** What each role may do, one sentence. */
export const roleRights: Record<'vi' | 'en', Record<Role, string>> = {
  vi: {
    reporter: 'Kiểm tra, nộp và rút báo cáo của đơn vị.',
    approver: 'Xem và ký xác nhận báo cáo của đơn vị; cần có xác thực hai bước.',
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
