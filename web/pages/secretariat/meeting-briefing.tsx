import { Fragment } from 'preact';
import type { BriefingView } from '../../../shared/briefing/keep-briefing.ts';
import { apiPath } from '../../app/api-path.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { momentText } from '../../format/days.ts';
import { bytesText } from '../../format/figures.ts';
import { Answered } from '../../parts/answered.tsx';
import { Digest } from '../../parts/digest.tsx';
import { FileButton } from '../../parts/file-link.tsx';
import { Notice } from '../../parts/notice.tsx';
import type { MeetingPart } from './meeting-page.tsx';

const words = {
  vi: {
    notYet: (at: string) => `Chưa có tài liệu họp: số liệu chốt lúc ${at}.`,
    never: 'Phiên họp này không có bản chốt nên không có tài liệu họp.',
    lead: 'Mọi tệp được làm từ một bản chốt; cùng bản chốt cho ra cùng tệp, đến từng byte.',
    title: (language: string) => `Tài liệu họp, ${language}`,
    languages: { vi: 'tiếng Việt', en: 'tiếng Anh' },
    kinds: {
      html: 'Trang web (in khổ A4)',
      docx: 'Word (DOCX)',
      xlsx: 'Excel (XLSX)',
      csv: 'Bảng số liệu (CSV)',
    },
    digest: 'SHA-256',
    download: 'Tải về',
    snapshot: 'Bản chốt',
  },
  en: {
    notYet: (at: string) => `There is no briefing yet: the figures are frozen at ${at}.`,
    never: 'This meeting has no snapshot, so it has no briefing.',
    lead: 'Every file is made from one snapshot; the same snapshot gives the same file, byte for byte.',
    title: (language: string) => `Briefing, ${language}`,
    languages: { vi: 'in Vietnamese', en: 'in English' },
    kinds: {
      html: 'Web page (prints on A4)',
      docx: 'Word (DOCX)',
      xlsx: 'Excel (XLSX)',
      csv: 'Figures (CSV)',
    },
    digest: 'SHA-256',
    download: 'Download',
    snapshot: 'Snapshot',
  },
};

/** The files of a meeting's briefing, each with its digest. */
export function MeetingBriefing({ meeting }: MeetingPart) {
  const say = useWords(words);
  const language = useLanguage();
  const address = meeting.snapshot === null ? null : apiPath`/v1/meetings/${meeting.id}/briefing`;
  const { answer, reload } = useAnswer<BriefingView>(address);
  if (meeting.snapshot === null) {
    const { freezeAt } = meeting;
    const text = freezeAt === null ? say.never : say.notYet(momentText(freezeAt, language));
    return (
      <Notice>
        <p>{text}</p>
      </Notice>
    );
  }
  return (
    <Answered answer={answer} reload={reload}>
      {({ files, snapshot }) => (
        <>
          <p>{say.lead}</p>
          <p>
            {say.snapshot}: <Digest hex={snapshot} />
          </p>
          {(['vi', 'en'] as const).map((each) => (
            <Fragment key={each}>
              <h2>{say.title(say.languages[each])}</h2>
              <ul class="cards">
                {files
                  .filter((file) => file.language === each)
                  .map((file) => (
                    <BriefingCard key={file.name} file={file} />
                  ))}
              </ul>
            </Fragment>
          ))}
        </>
      )}
    </Answered>
  );
}

function BriefingCard({ file }: { file: BriefingView['files'][number] }) {
  const say = useWords(words);
  const language = useLanguage();
  const { kind, path, name, bytes, sha256 } = file;
  return (
    <li class="card">
      <h3>{say.kinds[kind]}</h3>
      <p>
        {name}, {bytesText(bytes, language)}
      </p>
      <p>
        <FileButton address={path} name={name}>
          {say.download}
          <span class="unseen"> {name}</span>
        </FileButton>
      </p>
      <p class="soft">
        {say.digest}: <Digest hex={sha256} />
      </p>
    </li>
  );
}
