// jest runs ESM TypeScript straight from source; swc only strips types.
if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    'Tests need Node 24, which `npm ci` brings: run `npm ci` (with optional packages), then `npm test`.\n',
  );
  process.exit(3);
}

export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  // Synthesises once; the stack of every integration test and journey runs those templates.
  globalSetup: '<rootDir>/test/synthesise-once.js',
  maxWorkers: 2,
  // A bound on hangs only: the tests say nothing about speed, and the machine may be busy.
  testTimeout: 60_000,
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript' },
          target: 'es2024',
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
};
