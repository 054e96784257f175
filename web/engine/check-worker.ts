import { catalog } from '../../shared/catalog/catalog.ts';
import type { Asking, Said } from './check-messages.ts';
import { troubleOf } from './check-trouble.ts';
import { type CheckedFile, checkedFile } from './checked-file.ts';

// Reads a file away from the page, so that the page stays free; keeps its rows and hands them out by the page.

let checked: CheckedFile | undefined;

addEventListener('message', async ({ data }: MessageEvent<Asking>) => {
  try {
    say({ said: 'answer', id: data.id, answer: await answerTo(data) });
  } catch (error) {
    say({ said: 'trouble', id: data.id, trouble: troubleOf(error), detail: String(error) });
  }
});
say({ said: 'ready', catalog: catalog.version });

async function answerTo(asking: Asking): Promise<unknown> {
  if (asking.question === 'check') {
    checked = await checkedFile(asking.ask, (progress) => say({ said: 'progress', progress }));
    return checked.summary;
  }
  if (checked === undefined) throw new Error(`${asking.question}: no file was checked`);
  if (asking.question === 'page') return checked.lines.page(asking.ask.view, asking.ask.page);
  if (asking.question === 'locate') return checked.lines.locate(asking.ask.line, asking.ask.view);
  return checked.make(asking.ask);
}

function say(said: Said): void {
  postMessage(said);
}
