import { type App, DefaultStackSynthesizer, type IStackSynthesizer, Stack } from 'aws-cdk-lib';
import { Alarms } from './alarms.ts';
import type { Bundles } from './bundle.ts';
import type { Settings } from './settings.ts';

/**
 * What must outlive any deployment: table, buckets, their queue, users (and the function that writes the
 * users' tokens, since the pool names it). It cannot be deleted by mistake,
 * and deleting it on purpose leaves its tables, buckets and users in place (docs/decisions/010-two-stacks.md).
 */
export class DataStack extends Stack {
  readonly settings: Settings;
  readonly bundles: Bundles;

  constructor(app: App, settings: Settings, bundles: Bundles) {
    super(app, `DiemCau-${settings.stage}-Data`, {
      description: 'Diem Cau: what provinces sent, what was made of it, and who may sign in',
      terminationProtection: true,
      synthesizer: plainSynthesizer(),
    });
    this.settings = settings;
    this.bundles = bundles;
  }
}

/** Everything that can be rebuilt from the code: functions, API, schedules, alarms. */
export class ServiceStack extends Stack {
  readonly settings: Settings;
  readonly bundles: Bundles;
  readonly alarms: Alarms;

  constructor(app: App, settings: Settings, bundles: Bundles) {
    super(app, `DiemCau-${settings.stage}-Service`, {
      description: 'Diem Cau: functions, API, schedules and alarms; may be rebuilt at any time',
      synthesizer: plainSynthesizer(),
    });
    this.settings = settings;
    this.bundles = bundles;
    this.alarms = new Alarms(this, settings);
  }
}

// The rule would bring a parameter that only a real account can fill; the command line checks the
// bootstrap's version itself before it deploys.
function plainSynthesizer(): IStackSynthesizer {
  // The CDK's types are not written for exactOptionalPropertyTypes, hence the cast.
  return new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }) as IStackSynthesizer;
}
