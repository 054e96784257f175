import { settingsExplained } from '../../infra/settings.ts';

/** `docs/settings.md`, from the schema of `infra/settings.ts`. */
export function settingsPage(): string {
  const parts = settingsExplained.map(({ name, standard, meaning }) => {
    return `## ${name}\n\n${meaning}\n\nWhen nothing is chosen: \`${JSON.stringify(standard)}\`\n`;
  });
  return `# Settings

What a deployer may choose, all of it. This page is made from \`infra/settings.ts\` by \`npm run docs:settings\`; a test holds the two together.

A stage's settings stand in \`infra/settings/<stage>.json\`, which holds no secret and belongs in the repository; [\`prod.example.json\`](../infra/settings/prod.example.json) is one to begin with. A stage without a file has what is written below. \`-c name=value\` on the CDK's command line goes before the file; lists are given with commas. What is unknown or wrong is refused by name before anything is synthesised.

Account and Region are no settings: they are those of the credentials that deploy. Leave stage \`dev\` without a file: it is what \`npm start\` and the tests run.

${parts.join('\n')}`;
}
