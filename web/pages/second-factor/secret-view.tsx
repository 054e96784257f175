import { useState } from 'preact/hooks';
import { useWords } from '../../app/language.tsx';
import { factorWords } from './factor-words.ts';
import { inGroups, otpauthUri } from './otpauth.ts';
import { QrCode } from './qr-code.tsx';

/** A new secret in the three ways in which it comes into an app: scanned, typed, opened. */
export function SecretView({ secret, userName }: { secret: string; userName: string }) {
  const say = useWords(factorWords);
  const [copied, setCopied] = useState('');
  const uri = otpauthUri(userName, secret);
  const copy = () =>
    (navigator.clipboard?.writeText(secret) ?? Promise.reject(new Error('no clipboard'))).then(
      () => setCopied(say.copied),
      () => setCopied(say.notCopied),
    );
  return (
    <>
      <h2>{say.stepScan}</h2>
      <p>{say.scanWhat}</p>
      <QrCode text={uri} label={say.qrLabel} />
      <p>
        {say.secretLabel}
        <br />
        <code class="secret">{inGroups(secret)}</code>
      </p>
      <p class="actions">
        <button type="button" onClick={copy}>
          {say.copy}
        </button>
        <a href={uri}>{say.openApp}</a>
        <span role="status">{copied}</span>
      </p>
      <p class="hint">{say.secretWhat}</p>
    </>
  );
}
