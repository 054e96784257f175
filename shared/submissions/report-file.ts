/** The largest report that is taken: 150 MB, a million rows of text. */
export const mostReportBytes = 150_000_000;
