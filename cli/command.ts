/** One command of `npx diem-cau`. */
export type Command = {
  name: string;
  /** One line for the list of commands. */
  summary: { vi: string; en: string };
  /**
   * Does it.
   * @param args what stands behind the command's name
   * @returns the exit status: 0 done · 1 not as it should be · 2 wrong option, or it could not run
   */
  run(args: readonly string[]): Promise<number>;
};
