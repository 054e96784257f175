import * as v from 'valibot';
import { arn } from '../template/place.ts';
import { judge, PolicyDocument, type PolicyStatement, refuseUnknown } from '../template/policy.ts';
import { nameOf, propertiesOf, type Resource, type Resources } from '../template/resources.ts';
import { policiesOfRole, roleTrusts } from '../template/role.ts';
import { TemplateError } from '../template/template-error.ts';
import { type FunctionKey, Keyring } from './keyring.ts';

/** One call of AWS that was made with a function's role, and how it was judged. */
export type Call = {
  /** The function's logical id. */
  function: string;
  /** Such as `s3:GetObjectVersion`. */
  action: string;
  /** The ARN of the table, object or queue. */
  resource: string;
  /** `function`: its process, or whoever used a URL that it signed · `lambda`: Lambda itself, for it. */
  by: 'function' | 'lambda';
  allowed: boolean;
  /** The partition of the table that the call names by its key; absent where it names none. */
  partition?: string;
};

/** Why a call is refused, in AWS's words; undefined when it is allowed. */
export type Denial = string | undefined;

/** Condition keys of a request, in lower case. */
type Context = Readonly<Record<string, string>>;

type Role = { resource: Resource; statements: PolicyStatement[] };

/**
 * Who may call what on this machine, as IAM would decide it: the policies of the caller's role and of the
 * resource, nothing else (no boundaries, no organisation). Whoever started the stack may do everything.
 */
export class Access {
  readonly keys = new Keyring();
  readonly #onCall: (call: Call) => void;
  readonly #roles = new Map<string, Role>();
  readonly #resourcePolicies = new Map<string, PolicyStatement[]>();

  constructor(onCall: (call: Call) => void = () => {}) {
    this.#onCall = onCall;
  }

  /**
   * Reads the policies of the functions' roles, of buckets and queues, and gives each function its key.
   * @throws TemplateError that names what cannot be judged here, or a role that Lambda may not take
   */
  open(resources: Resources): void {
    for (const type of ['AWS::S3::BucketPolicy', 'AWS::SQS::QueuePolicy']) {
      for (const policy of resources.list(type)) this.#addResourcePolicy(policy);
    }
    for (const resource of resources.list('AWS::Lambda::Function')) {
      const role = resources.byArn(String(resource.properties.Role));
      if (role === undefined) throw new TemplateError(nameOf(resource), 'has no role of this template');
      if (!roleTrusts(role, 'lambda.amazonaws.com')) {
        throw new TemplateError(nameOf(resource), 'its role cannot be assumed by Lambda');
      }
      const statements = policiesOfRole(resources, role);
      refuseUnknown(nameOf(role), statements);
      this.#roles.set(resource.arn ?? '', { resource: role, statements });
      this.keys.addFunction(resource);
    }
  }

  /** Judges a call that came with a key, and has it recorded when it is a function's. */
  judge(accessKeyId: string, action: string, resource: string, context: Context = {}): Denial {
    const caller = this.keys.functionOf(accessKeyId);
    return caller && this.#record(caller, action, resource, 'function', context);
  }

  /** Judges a call that Lambda makes for a function with its role. */
  judgeForLambda(functionArn: string, action: string, resource: string): Denial {
    const caller = this.keys.byArn(functionArn);
    if (!caller) throw new Error(`there is no function ${functionArn}`);
    return this.#record(caller, action, resource, 'lambda');
  }

  /** Whether a key may do something, asked without doing it. */
  may(accessKeyId: string, action: string, resource: string): boolean {
    const caller = this.keys.functionOf(accessKeyId);
    return caller === undefined || this.#decide(caller, action, resource) === undefined;
  }

  #record(
    caller: FunctionKey,
    action: string,
    resource: string,
    by: Call['by'],
    context: Context = {},
  ): Denial {
    const denial = this.#decide(caller, action, resource, context);
    const partition = context['dynamodb:leadingkeys'];
    const allowed = denial === undefined;
    const named = partition === undefined ? {} : { partition };
    this.#onCall({ function: caller.logicalId, action, resource, by, allowed, ...named });
    return denial;
  }

  #decide(caller: FunctionKey, action: string, resource: string, context: Context = {}): Denial {
    const role = this.#roles.get(caller.arn) as Role;
    const policies = this.#resourcePolicies.get(resource.split('/')[0] ?? '') ?? [];
    const outcome = judge([...role.statements, ...policies], {
      principal: role.resource.arn ?? '',
      action,
      resource,
      context: { ...context, ...connection, 'aws:principalarn': role.resource.arn ?? '' },
    });
    if (outcome === 'allowed') return undefined;
    const who = arn('sts', `assumed-role/${role.resource.physicalId}/${caller.name}`, { region: false });
    const why =
      outcome === 'denied'
        ? 'with an explicit deny'
        : `because no identity-based policy allows the ${action} action`;
    return `User: ${who} is not authorized to perform: ${action} on resource: ${resource} ${why}`;
  }

  #addResourcePolicy(policy: Resource): void {
    const { Bucket, Queues, PolicyDocument } = propertiesOf(policy, ResourcePolicy);
    refuseUnknown(nameOf(policy), PolicyDocument.Statement);
    const arns = [
      ...(Bucket === undefined ? [] : [arn('s3', Bucket, { region: false, account: false })]),
      ...Queues.map((url) => arn('sqs', url.split('/').at(-1) ?? '')),
    ];
    for (const one of arns) {
      const before = this.#resourcePolicies.get(one) ?? [];
      this.#resourcePolicies.set(one, [...before, ...PolicyDocument.Statement]);
    }
  }
}

const ResourcePolicy = v.object({
  Bucket: v.optional(v.string()),
  Queues: v.optional(v.array(v.string()), []),
  PolicyDocument,
});

/** Nothing here speaks TLS, since nothing leaves the machine; in AWS every call of a function does. */
const connection = { 'aws:securetransport': 'true', 's3:tlsversion': '1.3' };
