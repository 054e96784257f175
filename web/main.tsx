import { render } from 'preact';
import { App } from './app/app.tsx';
import { readConfig } from './app/config.ts';
import { followSession } from './app/follow-session.ts';
import { followLeaving } from './app/leaving.ts';
import { askAhead } from './app/use-answer.ts';

const place = document.getElementById('app');
if (place === null) throw new Error('the page has no place for the portal');
followSession();
followLeaving();
// The first screen needs these, and is still on its way: no round trip is waited for twice.
if (location.pathname === '/') {
  askAhead('/v1/public/meetings');
  askAhead('/v1/public/catalog/forms');
  readConfig().catch(() => {});
}
place.replaceChildren();
render(<App />, place);
