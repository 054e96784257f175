/** What the pages of this machine call the roles that one can be. */
export const roleWords: Readonly<Record<string, { vi: string; en: string }>> = {
  reporter: { vi: 'Cán bộ báo cáo', en: 'Reporter' },
  approver: { vi: 'Người phê duyệt, ký xác nhận', en: 'Approver' },
  member: { vi: 'Thành viên Ủy ban (chỉ xem)', en: 'Member of the Committee (reads only)' },
  analyst: { vi: 'Chuyên viên phân tích của bộ', en: 'Analyst of the ministry' },
  secretariat: { vi: 'Ban Thư ký', en: 'Secretariat of the Committee' },
};
