import { useLanguage, useWords } from '../../app/language.tsx';
import type { CheckSummary } from '../../engine/check-messages.ts';
import { bytesText } from '../../format/figures.ts';
import { Digest } from '../../parts/digest.tsx';
import { Facts } from '../../parts/facts.tsx';

const words = {
  vi: {
    title: 'Tệp và mã kiểm tra',
    name: 'Tên tệp',
    size: 'Kích thước',
    kind: 'Loại tệp',
    layout: 'Bố cục',
    layouts: { form: 'bảng theo biểu mẫu', long: 'bảng dọc', 'cross-table': 'bảng chéo' },
    unknown: 'không nhận ra',
    file: 'SHA-256 của tệp',
    report: 'SHA-256 của báo cáo kiểm tra',
    context: 'Mã tài liệu đối chiếu',
    none: 'không có',
    same: 'Hệ thống lập báo cáo giống hệt từng byte: mã của hai bên trùng nhau khi tệp và tài liệu đối chiếu trùng nhau.',
  },
  en: {
    title: 'The file and its digests',
    name: 'File name',
    size: 'Size',
    kind: 'Kind',
    layout: 'Layout',
    layouts: { form: 'form', long: 'long table', 'cross-table': 'cross-table' },
    unknown: 'not recognised',
    file: 'SHA-256 of the file',
    report: 'SHA-256 of the check’s report',
    context: 'Name of what it was compared with',
    none: 'none',
    same: 'The service makes the very same report, byte for byte: the digests agree when the file and what it is compared with do.',
  },
};

/** What the file is, and the digests by which two checks can be told to be the same. */
export function FileFacts({ summary: { report, reportSha256 } }: { summary: CheckSummary }) {
  const say = useWords(words);
  const language = useLanguage();
  const { file, layout, context } = report;
  return (
    <details class="check-facts">
      <summary>{say.title}</summary>
      <Facts
        facts={[
          [say.name, file.name],
          [say.size, bytesText(file.bytes, language)],
          [say.kind, [file.container, file.encoding].filter(Boolean).join(' · ')],
          [say.layout, layout === null ? say.unknown : say.layouts[layout]],
          [say.file, <Digest key="file" hex={file.sha256} />],
          [say.report, <Digest key="report" hex={reportSha256} />],
          [say.context, context === null ? say.none : <Digest key="context" hex={context} />],
        ]}
      />
      <p class="soft">{say.same}</p>
    </details>
  );
}
