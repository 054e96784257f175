import { render } from 'preact';
import { App } from './app/app.tsx';
import { followSession } from './app/session.ts';

const place = document.getElementById('app');
if (place === null) throw new Error('the page has no place for the portal');
followSession();
place.replaceChildren();
render(<App />, place);
