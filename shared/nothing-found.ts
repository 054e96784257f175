/** What is said where there is nothing, by the service, and by the portal where it need not ask. */
export const nothingFound = {
  vi: 'Không tìm thấy, hoặc bạn không có quyền xem.',
  en: 'Not found, or not yours to see.',
};
