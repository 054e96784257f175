import { Aws } from 'aws-cdk-lib';
import { CfnEmailIdentity } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { FunctionName } from '../shared/lambda/environment.ts';
import type { ServiceFunction } from './service-function.ts';
import type { ServiceStack } from './stacks.ts';

/** Who the service's mails to people are from, and the right to send them. */
export class Mail extends Construct {
  /** The address that mails are from. */
  readonly from: string;
  private readonly identityArn: string;

  constructor(service: ServiceStack) {
    super(service, 'Mail');
    const { mailFrom, mailIdentityArn, stage } = service.settings;
    // `.example` is nobody's for ever (RFC 2606): AWS sends nothing from there, the one-machine stack keeps all.
    this.from = mailFrom === '' ? `diem-cau@${stage}.example` : mailFrom;
    this.identityArn = mailIdentityArn === '' ? this.standIn() : mailIdentityArn;
  }

  /** Permits a function to send mails from this address and no other. */
  mayBeSentBy<F extends FunctionName>(sender: ServiceFunction<F>): void {
    sender.may(['ses:SendEmail'], this.identityArn, { StringEquals: { 'ses:FromAddress': this.from } });
  }

  /** An identity that nobody can verify, so that a stage without an address of its own deploys and runs. */
  private standIn(): string {
    const identity = new CfnEmailIdentity(this, 'Identity', { emailIdentity: this.from });
    return `arn:${Aws.PARTITION}:ses:${Aws.REGION}:${Aws.ACCOUNT_ID}:identity/${identity.ref}`;
  }
}
