import { Aws, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  Mfa,
  OAuthScope,
  StandardThreatProtectionMode,
  StringAttribute,
  UserPool,
  type UserPoolClient,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { PreToken } from './pre-token.ts';
import type { DataStack } from './stacks.ts';

/** Who a user is to this service: a group of the pool, in the token by the pre-token trigger. */
const roles = {
  reporter: 'Sends the reports of a unit',
  approver: 'Signs the reports of a unit',
  analyst: 'Reads the figures of every unit and asks back',
  secretariat: 'Prepares the meetings and freezes their figures',
};

/** The people who may sign in, made by the secretariat only, each bound to one unit. */
export class Identity extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly preToken: PreToken;

  constructor(data: DataStack) {
    super(data, 'Identity');
    this.pool = this.makePool();
    this.preToken = new PreToken(data);
    this.preToken.mayReadUsers(this.pool);
    this.pool.addTrigger(
      UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG,
      this.preToken.lambda,
      LambdaVersion.V2_0,
    );
    for (const [role, description] of Object.entries(roles)) {
      new CfnUserPoolGroup(this, role, {
        userPoolId: this.pool.userPoolId,
        groupName: role,
        description,
      });
    }
    this.pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `diem-cau-${data.settings.stage}-${Aws.ACCOUNT_ID}` },
    });
    this.client = this.addPortal(data.settings.portalOrigin);
  }

  private makePool(): UserPool {
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      passwordPolicy: {
        minLength: 12,
        requireUppercase: true,
        requireLowercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      // Refuses passwords known from leaks and sign-ins that look like an attack; a few cents per user and month.
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      // A unit's identity through time, as `province:82@2025`. No client may write it: only an administrator of
      // the pool binds a user. Mutable, since a schema cannot be changed later without losing every account.
      customAttributes: { unit: new StringAttribute({ mutable: true, minLen: 1, maxLen: 64 }) },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(pool).acknowledge({
      id: 'AwsSolutions-COG2',
      reason:
        'Every user may turn on a one-time password; who signs must: without it the pre-token trigger withholds ' +
        'the role. Requiring it of everybody would lock reporters out at a deadline.',
    });
    return pool;
  }

  private addPortal(origin: string): UserPoolClient {
    return this.pool.addClient('Portal', {
      // A page in a browser keeps no secret: SRP, or the code flow with PKCE.
      generateSecret: false,
      authFlows: { userSrp: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID],
        callbackUrls: [`${origin}/`],
        logoutUrls: [`${origin}/`],
      },
      idTokenValidity: Duration.hours(1),
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      readAttributes: new ClientAttributes()
        .withStandardAttributes({ email: true, fullname: true, locale: true })
        .withCustomAttributes('unit'),
      // An empty list would mean "all"; the language of the pages is the one thing that users may set.
      writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
    });
  }
}
