/** What a unit certifies by a nil return ("không phát sinh"), as it stands in what is signed. */
export const nilSentence = {
  vi: 'Đơn vị xác nhận không phát sinh nội dung phải báo cáo trong kỳ.',
  en: 'The unit certifies that it has nothing to report for the period.',
};
