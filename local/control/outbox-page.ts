import type { Mail } from '../mail/outbox.ts';
import { escapeHtml } from './escape-html.ts';
import { localPage } from './page-shell.ts';

/** The outbox as a page, newest first: what its readers would have got, as text. */
export function outboxPage(mails: readonly Mail[]): string {
  const articles = mails.map(
    ({ at, from, to, cc, bcc, subject, text, html }) => `<article>
<h2>${escapeHtml(subject)}</h2>
<p>${escapeHtml(at)} · ${escapeHtml(from)} → ${escapeHtml([...to, ...cc, ...bcc].join(', '))}</p>
<pre>${escapeHtml(text === '' ? html : text)}</pre>
</article>`,
  );
  const none = '<p>Chưa có thư nào. <span lang="en">There are no mails yet.</span></p>';
  return localPage({
    title: 'Điểm Cầu: hộp thư đi trên máy này',
    main: `<h1>Hộp thư đi <span lang="en">Outbox</span></h1>
<p>Trên một máy, thư không được gửi đi mà nằm lại đây.
<span lang="en">On one machine mails are not sent; they stay here.</span></p>
${articles.join('\n') || none}`,
  });
}
