/** The template says what this stack cannot run: `where` names the file, or the stack and logical id. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly where: string;

  constructor(where: string, what: string) {
    super(`${where}: ${what}`);
    this.where = where;
  }
}
