import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { type Bundles, bundle } from './bundle.ts';
import { diemCau } from './diem-cau.ts';
import { checkSettings, type Settings, type SettingsInput } from './settings.ts';
import { settingsFromContext } from './settings-source.ts';

export type Synthesis = {
  /** The cloud assembly: templates, manifest and assets. */
  directory: string;
  /** The stacks' names; `<directory>/<name>.template.json` is the template of each. */
  stacks: { data: string; service: string };
};

/**
 * Bundles the functions and writes both templates with their assets; no account, no network.
 *
 * @param options.outdir where the cloud assembly goes
 * @param options.settings what the deployer chooses; without it, the CDK's context (`-c name=value`)
 * @param options.entries the folder of the entry files; `functions/` unless told
 * @param options.builddir where the bundles go; `build/functions` unless told
 * @throws Error that lists the findings of the AWS Solutions rules, the settings that are wrong, or the
 *   entry files that are missing
 */
export async function synthesise(options: {
  outdir: string;
  settings?: SettingsInput;
  entries?: string;
  builddir?: string;
}): Promise<Synthesis> {
  const app = checkedApp(options.outdir);
  const settings = checkSettings(options.settings ?? settingsFromContext(app.node.getAllContext()));
  const bundles = await bundle({
    ...(options.entries === undefined ? {} : { entries: options.entries }),
    ...(options.builddir === undefined ? {} : { directory: options.builddir }),
  });
  return write(app, settings, bundles);
}

function write(app: App, settings: Settings, bundles: Bundles): Synthesis {
  const { data, service } = diemCau(app, settings, bundles);
  const { directory } = app.synth();
  return { directory, stacks: { data: data.stackName, service: service.stackName } };
}

/** An app whose synthesis fails on any finding of the AWS Solutions rules that is not acknowledged. */
export function checkedApp(outdir: string): App {
  const app = new App({
    outdir,
    // The same template whether Node or the CDK's command line runs the app: no usage data, no construct
    // tree, and behaviours chosen here and not in cdk.json, which only the command line reads.
    analyticsReporting: false,
    treeMetadata: false,
    postCliContext: {
      'aws:cdk:enable-asset-metadata': true,
      'aws:cdk:enable-path-metadata': false,
      '@aws-cdk/aws-iam:minimizePolicies': true,
      '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
      '@aws-cdk/core:checkSecretUsage': true,
      '@aws-cdk/core:validateAgainstDefaultRules': true,
      // The data stack refuses to lose what the service stack uses (docs/decisions/010-two-stacks.md).
      '@aws-cdk/core:defaultCrossStackReferences': 'strong',
    },
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { writeSuppressionsToCloudFormation: true }));
  return app;
}
