import type { Role } from './tokens.ts';

/** The roles in words, wherever one is named. */
export const roleNames: Record<'vi' | 'en', Record<Role, string>> = {
  vi: {
    reporter: 'Cán bộ báo cáo',
    approver: 'Người phê duyệt',
    member: 'Thành viên Ủy ban',
    analyst: 'Chuyên viên phân tích',
    secretariat: 'Ban Thư ký',
  },
  en: {
    reporter: 'Reporter',
    approver: 'Approver',
    member: 'Member of the Committee',
    analyst: 'Analyst',
    secretariat: 'Secretariat',
  },
};
