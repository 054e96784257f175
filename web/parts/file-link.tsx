import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type ApiProblem, askFile, problemFrom } from '../app/api.ts';
import { BusyButton } from './busy-button.tsx';
import { ProblemView } from './problem-view.tsx';

/** Hands over bytes as a file of that name. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it over once the click is done with.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A file of the API that needs a token: fetched when it is pressed, then saved. */
export function FileButton({
  address,
  name,
  children,
}: {
  address: string;
  name: string;
  children: ComponentChildren;
}) {
  const [state, setState] = useState<'idle' | 'busy' | ApiProblem>('idle');
  const get = async () => {
    setState('busy');
    try {
      saveFile(await askFile(address), name);
      setState('idle');
    } catch (fault) {
      setState(problemFrom(fault));
    }
  };
  return (
    <>
      <BusyButton class="file" onClick={get} isOff={state === 'busy'}>
        {children}
      </BusyButton>
      {typeof state === 'object' && <ProblemView problem={state} retry={get} />}
    </>
  );
}
