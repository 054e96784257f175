/** A page of this machine's own: its title as text, its main part as HTML that is made here. */
export type LocalPage = {
  title: string;
  main: string;
  /** Whether it needs the script of `/_local/page.js`. */
  withScript?: boolean;
};

/** The whole page, in the style that all of them share. */
export function localPage({ title, main, withScript = false }: LocalPage): string {
  const script = withScript ? '\n<script src="/_local/page.js" defer></script>' : '';
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<link rel="stylesheet" href="/_local/page.css">${script}
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`;
}
