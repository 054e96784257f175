declare module 'pbac' {
  type Statement = { Effect: string; Action: string[]; Resource: string[]; Condition?: object };

  // biome-ignore lint/style/noDefaultExport: the package's own shape
  export default class Pbac {
    constructor(policies: { Version: string; Statement: Statement[] }[]);
    evaluate(asked: { action: string; resource: string; context?: object }): boolean;
  }
}
