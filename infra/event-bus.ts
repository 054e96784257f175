import { EventBus as Bus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import type { FunctionName } from '../shared/lambda/environment.ts';
import type { ServiceFunction } from './service-function.ts';
import type { ServiceStack } from './stacks.ts';

/** Where other systems hear of what happens here; each of them adds rules of its own. */
export class EventBus extends Construct {
  readonly name: string;
  private readonly bus: Bus;

  constructor(service: ServiceStack) {
    super(service, 'EventBus');
    this.name = `diem-cau-${service.settings.stage}`;
    this.bus = new Bus(this, 'Bus', { eventBusName: this.name });
  }

  /** Permits a function to tell events here. */
  mayBeToldBy<F extends FunctionName>(teller: ServiceFunction<F>): void {
    teller.may(['events:PutEvents'], this.bus.eventBusArn);
  }
}
