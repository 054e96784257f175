import { wrapText } from './text-width.ts';

/** What is written around a drawing when it leaves the page. */
export type PictureText = { title: string; lines: readonly string[] };

const svgSpace = 'http://www.w3.org/2000/svg';
const margin = 20;
/** What the page's style sheet says of an element of a drawing; a file has none, so that it is written into it. */
const carried = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'font-variant-numeric',
  'opacity',
] as const;

/**
 * A drawing as a file of its own: as it is drawn in the light scheme, on white, with title, source and address.
 * @returns the SVG's text and its size in user units
 */
export function pictureOf(
  drawing: SVGSVGElement,
  text: PictureText,
): { svg: string; width: number; height: number } {
  const { width: inner, height: tall } = drawing.viewBox.baseVal;
  const width = inner + margin * 2;
  const head = wrapText(text.title, inner, 18);
  const foot = text.lines.flatMap((line) => wrapText(line, inner, 12));
  const top = margin + head.length * 24 + 8;
  const height = Math.ceil(top + tall + 12 + foot.length * 17 + margin);
  const picture = element('svg', { xmlns: svgSpace, width, height, viewBox: `0 0 ${width} ${height}` });
  picture.append(element('rect', { width, height, fill: '#ffffff' }));
  head.forEach((line, at) => {
    picture.append(textLine(line, { y: margin + 16 + at * 24, 'font-size': 18, 'font-weight': 700 }));
  });
  const drawn = lightClone(drawing);
  for (const [name, value] of Object.entries({ x: margin, y: top, width: inner, height: tall })) {
    drawn.setAttribute(name, String(value));
  }
  picture.append(drawn);
  foot.forEach((line, at) => {
    picture.append(textLine(line, { y: top + tall + 24 + at * 17, 'font-size': 12, 'font-weight': 400 }));
  });
  return { svg: new XMLSerializer().serializeToString(picture), width, height };
}

/** The picture as PNG, with twice as many pixels as user units. @throws Error when the browser cannot draw it */
export async function pngOf({
  svg,
  width,
  height,
}: {
  svg: string;
  width: number;
  height: number;
}): Promise<Blob> {
  const image = new Image(width * 2, height * 2);
  // The policy of the page lets images of this origin in and those that lie in their address.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * 2;
  canvas.height = height * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (blob === null) throw new Error('the browser made no picture');
  return blob;
}

/** A copy that carries its look with it; it is looked at in the document, out of sight, in the light scheme. */
function lightClone(drawing: SVGSVGElement): SVGSVGElement {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const place = document.createElement('div');
  place.className = 'on-white unseen';
  place.append(copy);
  document.body.append(place);
  for (const each of [copy, ...copy.querySelectorAll('*')]) {
    const style = getComputedStyle(each);
    for (const name of carried) each.setAttribute(name, style.getPropertyValue(name));
    for (const name of ['class', 'role', 'id', 'tabindex', 'aria-selected', 'aria-activedescendant']) {
      if (name !== 'id' || each.localName !== 'pattern') each.removeAttribute(name);
    }
  }
  place.remove();
  return copy;
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(svgSpace, name) as SVGElement;
  for (const [key, value] of Object.entries(attributes)) {
    if (key !== 'xmlns') made.setAttribute(key, String(value));
  }
  return made;
}

function textLine(text: string, attributes: Record<string, string | number>): SVGElement {
  const line = element('text', { x: margin, fill: '#16202b', 'font-family': 'sans-serif', ...attributes });
  line.textContent = text;
  return line;
}
