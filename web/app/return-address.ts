/**
 * Where signing in leads back to: a path of this portal with its query, never another site, never the sign-in page.
 * @param asked what an address says, `?ve=…`; anybody may have written it
 * @param origin `https://diemcau.example.vn`
 * @returns the overview for everything else
 */
export function returnAddress(asked: string | null, origin: string): string {
  // A backslash and `//` are a host to a browser; so may be what follows a tab or a line end, which it leaves out.
  if (asked === null || !/^\/(?![/\\])[^\\\t\r\n]*$/.test(asked)) return '/';
  const url = URL.canParse(asked, origin) ? new URL(asked, origin) : null;
  if (url === null || url.origin !== origin || url.pathname.startsWith('/dang-nhap')) return '/';
  // Parsing takes dots away, `/.//host` among them: what is left may name a host where what was asked did not.
  if (/^\/[/\\]/.test(url.pathname)) return '/';
  return url.pathname + url.search + url.hash;
}
