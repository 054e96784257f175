import type { ComponentChildren } from 'preact';
import type { MeetingView } from '../../shared/query/read-meeting.ts';
import { apiPath } from '../app/api-path.ts';
import { useFiguresBase } from '../app/figures-base.ts';
import { useAnswer } from '../app/use-answer.ts';
import { Answered } from './answered.tsx';

/**
 * Shows what a meeting froze: its children are made, and ask, only where there is a snapshot.
 * @param meeting its id
 * @param not what is shown where there is none
 */
export function IfFrozen({
  meeting,
  not,
  children,
}: {
  meeting: string;
  not: ComponentChildren;
  children: ComponentChildren;
}) {
  const address = apiPath`${useFiguresBase()}/meetings/${meeting}`;
  const { answer, reload } = useAnswer<MeetingView & { snapshot: object | null }>(address);
  return (
    <Answered answer={answer} reload={reload}>
      {({ snapshot }) => (snapshot === null ? not : children)}
    </Answered>
  );
}
