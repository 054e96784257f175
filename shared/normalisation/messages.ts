import type { Message } from './faults/message.ts';
import { readingFaults } from './reading-faults.ts';
import { rules } from './rules/rules.ts';

/** The text of every finding, by its code: those of reading and those of the rules. */
export const messages: ReadonlyMap<string, Message> = new Map([
  ...Object.entries(readingFaults),
  ...rules.map(({ code, state, sentence }): [string, Message] => {
    return [code, { severity: state === 'blocking' ? 'error' : 'warning', ...sentence }];
  }),
]);
