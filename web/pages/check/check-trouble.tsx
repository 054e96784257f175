import { useWords } from '../../app/language.tsx';
import type { CheckTrouble } from '../../engine/check-messages.ts';
import { Notice } from '../../parts/notice.tsx';

const words = {
  vi: {
    changed: 'Tệp đã thay đổi sau khi được chọn',
    changedWhat: (name: string) =>
      `Không đọc được “${name}” nữa: tệp đã được lưu lại, đổi tên hoặc xóa sau khi bạn chọn. Hãy chọn lại tệp đó ở khung bên trên.`,
    broken: 'Không kiểm tra được tệp này',
    brokenWhat: (name: string) =>
      `Có sự cố của trang trong lúc đọc “${name}”; tệp của bạn không bị thay đổi. Hãy thử lại; nếu vẫn lỗi, vẫn có thể gửi tệp: hệ thống sẽ kiểm tra.`,
    again: 'Thử lại',
  },
  en: {
    changed: 'The file changed after it was chosen',
    changedWhat: (name: string) =>
      `“${name}” cannot be read any more: it was saved, renamed or removed after you chose it. Choose it again in the frame above.`,
    broken: 'This file could not be checked',
    brokenWhat: (name: string) =>
      `Something went wrong on this page while it read “${name}”; your file is as it was. Try again; if it persists, the file can still be sent: the service will check it.`,
    again: 'Try again',
  },
};

/** Why a file could not be read here, and what to do. */
export function CheckTroubleView({
  file,
  trouble,
  again,
}: {
  file: File;
  trouble: CheckTrouble;
  again: () => void;
}) {
  const say = useWords(words);
  const what = trouble === 'changed' ? say.changedWhat : say.brokenWhat;
  return (
    <Notice kind="error" live title={trouble === 'changed' ? say.changed : say.broken}>
      <p>{what(file.name)}</p>
      {trouble === 'broken' && (
        <p>
          <button type="button" onClick={again}>
            {say.again}
          </button>
        </p>
      )}
    </Notice>
  );
}
