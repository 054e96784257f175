import { Aws, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  type CfnUserPool,
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
  type UserPoolDomain,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { invitation } from './invitation.ts';
import { PreToken } from './pre-token.ts';
import type { Settings } from './settings.ts';
import type { DataStack } from './stacks.ts';
import type { Table } from './table.ts';

/** Who a user is to this service: a group of the pool, in the token by the pre-token trigger. */
const roles = {
  reporter: 'Sends the reports of a unit',
  approver: 'Signs the reports of a unit',
  member: 'Reads the figures of every unit, as a member of the Committee',
  analyst: 'Reads the figures of every unit and asks back',
  secretariat: 'Prepares the meetings and freezes their figures',
};

/** The people who may sign in, made by the secretariat only, each bound to one unit. */
export class Identity extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly preToken: PreToken;
  /** Where people sign in, with their second factor. */
  readonly domain: UserPoolDomain;

  constructor(data: DataStack, given: { table: Table }) {
    super(data, 'Identity');
    this.pool = this.makePool(data.settings);
    this.preToken = new PreToken(data, given);
    this.preToken.mayReadUsers(this.pool);
    this.pool.addTrigger(
      UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG,
      this.preToken.lambda,
      LambdaVersion.V2_0,
    );
    for (const [role, description] of Object.entries(roles)) {
      const group = new CfnUserPoolGroup(this, role, {
        userPoolId: this.pool.userPoolId,
        groupName: role,
        description,
      });
      // With a group its members' roles would go; the pool that they stand in stays, so they stay too.
      group.applyRemovalPolicy(RemovalPolicy.RETAIN);
    }
    this.domain = this.pool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `diem-cau-${data.settings.stage}-${Aws.ACCOUNT_ID}` },
    });
    this.client = this.addPortal(data.settings.portalOrigin);
    this.client.applyRemovalPolicy(RemovalPolicy.RETAIN);
  }

  private makePool({ portalOrigin, mailFrom, mailIdentityArn }: Settings): UserPool {
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      userInvitation: invitation(`${portalOrigin}/`),
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
    if (mailFrom !== '') {
      // By L1: the L2's `withSES` wants the Region apart, which the identity's ARN names already.
      (pool.node.defaultChild as CfnUserPool).emailConfiguration = {
        emailSendingAccount: 'DEVELOPER',
        from: mailFrom,
        sourceArn: mailIdentityArn,
      };
    }
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
        // The second scope lets people set up their own second factor.
        scopes: [OAuthScope.OPENID, OAuthScope.COGNITO_ADMIN],
        callbackUrls: [`${origin}/dang-nhap`],
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
