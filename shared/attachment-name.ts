/** A download under its own name (RFC 6266, RFC 8187): any letter, in a header of ASCII alone. */
export function attachmentNamed(fileName: string): string {
  return dispositionNamed(fileName, 'attachment');
}

/** The same for what a browser may also show (`inline`). */
export function dispositionNamed(fileName: string, how: 'attachment' | 'inline'): string {
  const reserved = /['()*]/g;
  const escaped = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(reserved, escaped);
  return `${how}; filename*=UTF-8''${encoded}`;
}
