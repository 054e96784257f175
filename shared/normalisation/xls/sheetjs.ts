// A file of its own, imported when an .xls arrives: the bundler keeps of SheetJS what reading needs.
export { read } from '@e965/xlsx';
