/** Text as it stands in an element or between the quotes of an attribute; halves of characters are replaced. */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(unprintable, '\ufffd')
    .replace(/[&<>"']/g, (letter) => entities[letter] as string);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: HTML admits none of these (WHATWG, 13.1.4)
const unprintable = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
