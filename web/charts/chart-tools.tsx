import { useState } from 'preact/hooks';
import { useWords } from '../app/language.tsx';
import { saveFile } from '../parts/file-link.tsx';
import { type ChartTable, csvOf } from './chart-table.ts';
import { type PictureText, pictureOf, pngOf } from './picture.ts';

const words = {
  vi: {
    tools: 'Tải về và chia sẻ',
    csv: 'Tải CSV',
    svg: 'Tải ảnh SVG',
    png: 'Tải ảnh PNG',
    link: 'Sao chép liên kết',
    copied: 'Đã sao chép liên kết mở lại đúng cách xem này.',
    byHand: 'Liên kết mở lại đúng cách xem này',
    failed: 'Trình duyệt này không tạo được ảnh. Hãy tải ảnh SVG hoặc CSV.',
  },
  en: {
    tools: 'Download and share',
    csv: 'Download CSV',
    svg: 'Download SVG',
    png: 'Download PNG',
    link: 'Copy link',
    copied: 'Copied the link that reopens this view.',
    byHand: 'The link that reopens this view',
    failed: 'This browser could not make the picture. Download the SVG or the CSV.',
  },
};

type Said = 'copied' | 'by-hand' | 'failed' | null;

/** What can be taken from a chart: its figures, its picture, its address. */
export function ChartTools<Row>({
  table,
  name,
  address,
  text,
  drawing,
}: {
  table: ChartTable<Row>;
  name: string;
  address: string;
  text: PictureText;
  drawing: () => SVGSVGElement | null;
}) {
  const say = useWords(words);
  const [said, setSaid] = useState<Said>(null);
  const picture = () => {
    const drawn = drawing();
    return drawn === null ? null : pictureOf(drawn, text);
  };
  const saveCsv = () => saveFile(new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
  const saveSvg = () => {
    const made = picture();
    if (made) saveFile(new Blob([made.svg], { type: 'image/svg+xml' }), `${name}.svg`);
  };
  const savePng = async () => {
    try {
      const made = picture();
      if (made) saveFile(await pngOf(made), `${name}.png`);
    } catch (fault) {
      console.warn(fault);
      setSaid('failed');
    }
  };
  const copy = () =>
    (navigator.clipboard?.writeText(address) ?? Promise.reject(new Error('no clipboard'))).then(
      () => setSaid('copied'),
      () => setSaid('by-hand'),
    );
  return (
    <fieldset class="chart-tools" aria-label={say.tools}>
      <button type="button" onClick={saveCsv}>
        {say.csv}
      </button>
      <button type="button" onClick={saveSvg}>
        {say.svg}
      </button>
      <button type="button" onClick={savePng}>
        {say.png}
      </button>
      <button type="button" onClick={copy}>
        {say.link}
      </button>
      <p role="status">{said === 'copied' ? say.copied : said === 'failed' ? say.failed : ''}</p>
      {said === 'by-hand' && <LinkByHand label={say.byHand} address={address} />}
    </fieldset>
  );
}

/** Where the browser lets no page write to the clipboard, the address is there to be copied by hand. */
function LinkByHand({ label, address }: { label: string; address: string }) {
  return (
    <label class="chart-address">
      {label}
      <input type="text" readOnly value={address} ref={(input) => input?.select()} />
    </label>
  );
}
