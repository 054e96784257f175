/**
 * What a role allows and the whole story never uses, with the reason why it is allowed all the same. The
 * test fails when an entry is used after all, and when an unused permission has no entry.
 * `functions` names them as `OpenSubmission`; `resource` is a pattern of the ARN.
 */
export const unused: readonly {
  functions: 'all' | readonly string[];
  actions: readonly string[];
  resource: string;
  reason: string;
}[] = [
  {
    functions: 'all',
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resource: 'arn:aws:logs:*',
    reason:
      'Lambda itself writes what a function prints, with the function’s role; on one machine the lines go to a callback or a file.',
  },
  {
    functions: ['Normalise', 'PreviewCatalog'],
    actions: ['s3:GetObject'],
    resource: '*-uploads-*/submissions/*',
    reason:
      'S3 names the version of every file that it announces; only a message that a person sends again by hand may name none.',
  },
  {
    functions: ['Freeze', 'Remind'],
    actions: ['sqs:SendMessage'],
    resource: '*FreezeDeadLetters*',
    reason:
      'Lambda sends the event there with the function’s role when a step has failed three times; in the story it succeeds. Lambda does not make the function without it.',
  },
  {
    functions: ['Freeze'],
    actions: ['s3:GetObject'],
    resource: '*-snapshots-*',
    reason:
      'The snapshot of the meeting before is read to tell what changed since; in the story there is none before the first.',
  },
];
