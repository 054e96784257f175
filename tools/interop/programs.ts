import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The other programs of this comparison, as far as this machine has them. */
export type Programs = { soffice: string; python: string };

/** @returns what is missing instead, each with the way to get it */
export function findPrograms(): Programs | { missing: string[] } {
  const soffice = ['soffice', 'libreoffice'].find((name) => runs(name, ['--version']));
  const python = ['/usr/bin/python3', 'python3'].find((name) => runs(name, ['-c', 'import openpyxl, xlrd']));
  const missing = [
    ...(soffice
      ? []
      : [
          'soffice: LibreOffice Calc and Writer (apt install libreoffice-calc-nogui libreoffice-writer-nogui)',
        ]),
    ...(python ? [] : ['python3 with openpyxl and xlrd (apt install python3-openpyxl python3-xlrd)']),
  ];
  const pages = ['pdftoppm', 'pdftotext', 'pdffonts', 'pdfinfo'].every((name) => runs(name, ['-v']));
  if (!pages) missing.push('pdftoppm, pdftotext, pdffonts, pdfinfo: Poppler (apt install poppler-utils)');
  return soffice && python && pages ? { soffice, python } : { missing };
}

function runs(program: string, args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore', timeout: 60_000 }).status === 0;
}

/**
 * Has LibreOffice write files in another format, into a folder.
 * @param format as `--convert-to` has it: `xls`, or `csv:Text - txt - csv (StarCalc):59,34,76`
 * @throws Error with what it said
 */
export function convert({ soffice }: Programs, format: string, files: readonly string[], to: string): void {
  mkdirSync(to, { recursive: true });
  // A profile of its own: it neither reads nor changes that of who runs this.
  const profile = `-env:UserInstallation=file://${join(to, '..', 'profile')}`;
  const args = [profile, '--headless', '--convert-to', format, '--outdir', to, ...files];
  const { status, stderr } = spawnSync(soffice, args, { encoding: 'utf8', timeout: 300_000 });
  if (status !== 0) throw new Error(`soffice --convert-to ${format}: ${stderr}`);
}

/** Runs one of Poppler's programs on a PDF. @throws Error with what it said */
export function poppler(program: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', timeout: 120_000 });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
}

/** Runs one of the Python programs beside this file. @throws Error with what it said */
export function python({ python: program }: Programs, script: string, path: string, input = ''): string {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const { status, stdout, stderr } = spawnSync(program, [file, path], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    timeout: 120_000,
  });
  if (status !== 0) throw new Error(`${script} ${path}: ${stderr}`);
  return stdout;
}
