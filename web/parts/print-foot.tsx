import { useEffect, useState } from 'preact/hooks';
import { businessNow } from '../app/clock.ts';
import { useLanguage } from '../app/language.tsx';
import { momentText } from '../format/days.ts';

const words = {
  vi: (at: string) => `In lúc ${at}`,
  en: (at: string) => `Printed at ${at}`,
};

/** At the foot of what is printed, and only there: when it was printed, and where it can be read again. */
export function PrintFoot() {
  const language = useLanguage();
  const [at, setAt] = useState<number | null>(null);
  useEffect(() => {
    let ahead = 0;
    const tell = () => setAt(Date.now() + ahead);
    businessNow().then((now) => {
      ahead = now - Date.now();
      tell();
    }, tell);
    // What stood open for a day is printed today.
    addEventListener('beforeprint', tell);
    return () => removeEventListener('beforeprint', tell);
  }, []);
  return (
    <div class="print-foot">
      <p>
        {at !== null && <span>{words[language](momentText(new Date(at).toISOString(), language))}</span>}
        <span>{`${location.origin}${location.pathname}`}</span>
      </p>
    </div>
  );
}
