/** Where the APIs of AWS answer on the API's own port: the SDK's clients are pointed here. */
export const awsPaths = {
  cognito: '/_local/cognito',
  scheduler: '/_local/scheduler',
  ses: '/_local/ses',
  eventBridge: '/_local/eventbridge',
} as const;
