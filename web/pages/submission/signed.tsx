import type { Receipt } from '../../../shared/submissions/receipt.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { momentText } from '../../format/days.ts';
import { useFocus } from '../../parts/use-focus.ts';
import { AfterFreeze } from './after-freeze.tsx';
import { signWords } from './sign-words.ts';

/**
 * What became of a signature that was just asked for: given now, or found given by somebody else a moment before.
 * @param subject who asked
 */
export function Signed({ receipt, subject }: { receipt: Receipt; subject: string }) {
  const say = useWords(signWords);
  const language = useLanguage();
  const box = useFocus<HTMLDivElement>();
  const isOwn = receipt.signedBy === subject;
  return (
    <div class={`notice ${isOwn ? 'success' : 'warning'}`} role="status" tabIndex={-1} ref={box}>
      <p class="notice-title">{isOwn ? say.done : say.other}</p>
      <p>
        {isOwn
          ? say.doneText(receipt.version)
          : say.otherText(receipt.signedBy, momentText(receipt.signedAt, language))}
      </p>
      <AfterFreeze slot={receipt} replaces={receipt.version - 1} at={Date.parse(receipt.signedAt)} />
      <p>
        <a href={`/ban-nop/${receipt.submission}/bien-nhan`}>{say.receipt}</a>
      </p>
    </div>
  );
}
