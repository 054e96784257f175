import JSZip from 'jszip';
import { SaxesParser } from 'saxes';

/** An element as a reader has it that knows nothing of Word: refused when the XML is not well-formed. */
export type Node = { name: string; attributes: Record<string, string>; children: Node[]; text: string };

/** The parts of a package, by a reader that shares nothing with what wrote it. */
export async function partsOf(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const zip = await JSZip.loadAsync(bytes, { checkCRC32: true });
  const parts = new Map<string, Uint8Array>();
  for (const file of Object.values(zip.files)) parts.set(file.name, await file.async('uint8array'));
  return parts;
}

export function xmlOf(parts: ReadonlyMap<string, Uint8Array>, name: string): Node {
  const bytes = parts.get(name);
  if (!bytes) throw new Error(`no part ${name}`);
  return parsed(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}

function parsed(xml: string): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, attribute]) => [key, attribute.value]);
    const node = { name, attributes: Object.fromEntries(values), children: [], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    for (const node of open) node.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return root.children[0] as Node;
}

/** Every element of a name below a node, in order. */
export function all({ children }: Node, name: string): Node[] {
  return children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}

/** A value of `w:…`: `val(paragraph, 'w:pStyle')`. */
export function val(node: Node, name: string): string | undefined {
  return all(node, name)[0]?.attributes['w:val'];
}
