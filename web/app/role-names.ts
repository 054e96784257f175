import type { Role } from './tokens.ts';

/** The roles in words, wherever one is named. */
export const roleNames: Record<'vi' | 'en', Record<Role, string>> = {
  vi: {
    reporter: 'Người báo cáo',
    approver: 'Người ký xác nhận',
    member: 'Thành viên Ủy ban (chỉ xem)',
    analyst: 'Chuyên viên phân tích',
    secretariat: 'Ban Thư ký',
  },
  en: {
    reporter: 'Reporter',
    approver: 'Approver',
    member: 'Member of the Committee (reads only)',
    analyst: 'Analyst',
    secretariat: 'Secretariat',
  },
};
