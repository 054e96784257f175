import { useWords } from '../../app/language.tsx';
import type { MeetingAddresses } from './addresses.ts';
import { words } from './words.ts';

/** The public answers that the screen is made of, for who wants to check or reuse them. */
export function Sources({ addresses, isFrozen }: { addresses: MeetingAddresses; isFrozen: boolean }) {
  const say = useWords(words);
  const links = [
    [say.sourceNames.meeting, addresses.meeting],
    [say.sourceNames.coverage, addresses.coverage],
    [say.sourceNames.progress, `${addresses.meeting}/progress`],
    [say.sourceNames.scorecard, isFrozen ? addresses.frozen : addresses.standing],
    [say.sourceNames.tasks, isFrozen ? addresses.tasks : null],
  ] as const;
  return (
    <p class="overview-sources">
      {say.sources}:{' '}
      {links
        .filter(([, address]) => address !== null)
        .map(([name, address], at) => (
          <span key={name}>
            {at > 0 && ' · '}
            <a href={address ?? ''}>{name}</a>
          </span>
        ))}
    </p>
  );
}
