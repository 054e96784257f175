/** What is said where there is nothing, by the service, and by the portal where it need not ask. */
export const nothingFoundVi = 'Không tìm thấy, hoặc bạn không có quyền xem.';
/** The same in English; two constants, since an object that is spread keeps all refusals in the portal's script. */
export const nothingFoundEn = 'Not found, or not yours to see.';
