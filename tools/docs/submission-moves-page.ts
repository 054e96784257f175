import { type Mover, moveNames, moves, states } from '../../shared/submissions/moves.ts';

const meanings: Record<(typeof states)[number], string> = {
  opened: 'a ticket was given, no file has come',
  received: 'the file came and is being read',
  returned: 'the engine found errors',
  checked: 'the engine passed it, or it is a nil return; it waits for the signature',
  questioned: 'an analyst returned it with a question that is open',
  signed: 'it stands for its unit, form and period',
  'signed-questioned': 'it stands, and a question about it is open',
  superseded: 'a newer version stands',
  withdrawn: 'its own people took it back',
};

const does: Record<(typeof moveNames)[number], string> = {
  receive: 'the file came',
  pass: 'the engine found no error',
  reject: 'the engine found errors',
  return: 'asks a question, at a cell where it is about one',
  answer: 'answers an open question',
  attach: 'adds evidence or a dispatch number',
  sign: 'confirms the figures; says why, where it replaces a version',
  withdraw: 'takes it back, with a reason',
  supersede: 'a newer version of the same slot was signed',
};

/** `docs/submission-moves.md`, made from the table of moves. */
export function submissionMovesPage(): string {
  return `# The moves of a submission

Made from \`shared/submissions/moves.ts\` by \`npm run docs:moves\`; a test fails when this page is not what the table makes, and another tries every pair of state and move.

\`\`\`mermaid
stateDiagram-v2
${diagram().join('\n')}
\`\`\`

A second arrow of one move is taken while other questions stay open. A nil return ("không phát sinh") has no file: it is checked as soon as it is opened, and goes on like any other.

*Of the own unit* is who acts for the slot's unit: its people, and where it was dissolved and the secretariat decided so, its successor's ([decision 081](decisions/081-right-of-succession.md)).

## States

| state | means |
| --- | --- |
${states.map((state) => `| ${state} | ${meanings[state]} |`).join('\n')}

## Moves

| move | from | to | who | |
| --- | --- | --- | --- | --- |
${rows().join('\n')}

Whatever is not in this table is refused and changes nothing: ${moves.length} of ${states.length * moveNames.length} pairs of state and move are allowed.
`;
}

function diagram(): string[] {
  const arrows = moves.flatMap(({ from, move, to, repeats }) =>
    repeats ? [] : to.map((next) => `  ${id(from)} --> ${id(next)}: ${move}`),
  );
  const ends = states.filter((state) => moves.every(({ from, repeats }) => from !== state || repeats));
  const named = states.filter((state) => id(state) !== state);
  return [
    ...named.map((state) => `  state "${state}" as ${id(state)}`),
    '  [*] --> opened: open',
    '  [*] --> checked: open a nil return',
    ...arrows,
    ...ends.map((state) => `  ${id(state)} --> [*]`),
  ];
}

/** Mermaid takes no hyphen in the name of a state. */
function id(state: string): string {
  return state.replaceAll('-', '_');
}

function rows(): string[] {
  return moveNames.flatMap((name) =>
    moves
      .filter(({ move }) => move === name)
      .map(({ from, to, who, repeats }) => {
        const what = repeats ? 'asked again: answered as before, nothing is recorded' : does[name];
        return `| ${name} | ${from} | ${to.join(' or ')} | ${mover(who)} | ${what} |`;
      }),
  );
}

function mover(who: Mover): string {
  if (who === 'service') return 'the service';
  const unit = who.unit === 'own' ? 'of the own unit' : 'for any unit';
  return `${who.roles.join(' or ')} ${unit}`;
}
