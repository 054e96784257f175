/**
 * A file's name as it is kept and compared: its letters composed (NFC). Some systems name a file with its marks apart;
 * the same file named on another one is the same.
 */
export function fileNameOf(given: string): string {
  return given.normalize('NFC');
}
