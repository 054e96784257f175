import { checkHere } from './check-here.ts';

// Reads a file away from the page, so that the page stays free.
addEventListener('message', async ({ data }) => {
  postMessage(await checkHere(data.file, data.asked, data.context, data.catalog));
});
