import { Aws, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { CfnApi, CfnAuthorizer, CfnIntegration, CfnRoute, CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnPermission, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type Route, routes } from '../shared/lambda/routes.ts';
import { counted } from './alarms.ts';
import type { Identity } from './identity.ts';
import type { ServiceStack } from './stacks.ts';

type RoutedFunction = (typeof routes)[number]['function'];

/** The HTTP API, made from the table of routes: nothing is reached that the table does not name. */
export class Api extends Construct {
  readonly api: CfnApi;
  readonly stage: CfnStage;
  private readonly authorizer: CfnAuthorizer;

  /** @param given.functions exactly the functions that the table of routes names, else it does not compile */
  constructor(
    service: ServiceStack,
    given: { identity: Identity; functions: Record<RoutedFunction, { lambda: LambdaFunction }> },
  ) {
    super(service, 'Api');
    this.api = new CfnApi(this, 'Http', {
      name: service.stackName,
      protocolType: 'HTTP',
      corsConfiguration: {
        allowOrigins: [service.settings.portalOrigin],
        allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
        allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-none-match'],
        exposeHeaders: ['etag', 'location', 'retry-after'],
        maxAge: 3600,
      },
    });
    this.authorizer = this.addAuthorizer(given.identity, service);
    this.stage = this.addStage(service);
    for (const [name, { lambda }] of Object.entries(given.functions)) {
      const integration = this.addIntegration(name, lambda);
      for (const route of routes.filter((each) => each.function === name)) {
        this.addRoute(route, integration, lambda);
      }
    }
    service.alarms.raise('api-errors', {
      hurts: 'Whoever asked the API got an error that is ours: a province may be unable to send or sign.',
      when: new Metric({
        namespace: 'AWS/ApiGateway',
        metricName: '5xx',
        dimensionsMap: { ApiId: this.api.ref },
        ...counted,
      }),
      above: 0,
    });
  }

  private addAuthorizer(identity: Identity, { settings }: ServiceStack): CfnAuthorizer {
    const { issuer, audience } = settings.oidc ?? {
      issuer: identity.pool.userPoolProviderUrl,
      audience: [identity.client.userPoolClientId],
    };
    return new CfnAuthorizer(this, 'Tokens', {
      apiId: this.api.ref,
      name: 'tokens',
      authorizerType: 'JWT',
      identitySource: ['$request.header.Authorization'],
      jwtConfiguration: { issuer, audience },
    });
  }

  private addStage(service: ServiceStack): CfnStage {
    const log = new LogGroup(this, 'AccessLog', {
      // Names that begin so need no policy each, of which an account and region can hold ten.
      logGroupName: `/aws/vendedlogs/diem-cau/${service.settings.stage}/api`,
      retention: service.settings.logRetentionDays as RetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    return new CfnStage(this, 'Stage', {
      apiId: this.api.ref,
      stageName: '$default',
      autoDeploy: true,
      defaultRouteSettings: {
        throttlingRateLimit: service.settings.requestsPerSecond,
        throttlingBurstLimit: 2 * service.settings.requestsPerSecond,
        detailedMetricsEnabled: true,
      },
      accessLogSettings: { destinationArn: log.logGroupArn, format: accessLogFormat },
    });
  }

  private addIntegration(name: string, lambda: LambdaFunction): CfnIntegration {
    return new CfnIntegration(this, `To-${name}`, {
      apiId: this.api.ref,
      integrationType: 'AWS_PROXY',
      integrationUri: lambda.functionArn,
      integrationMethod: 'POST',
      payloadFormatVersion: '2.0',
    });
  }

  private addRoute(route: Route, integration: CfnIntegration, lambda: LambdaFunction): void {
    const { method, path } = route;
    const added = new CfnRoute(this, `${method} ${path.slice(1).replaceAll('/', ' ')}`, {
      apiId: this.api.ref,
      routeKey: `${method} ${path}`,
      target: `integrations/${integration.ref}`,
      ...(route.access === 'token'
        ? { authorizationType: 'JWT', authorizerId: this.authorizer.ref }
        : { authorizationType: 'NONE' }),
    });
    if (route.access === 'public') {
      Validations.of(added).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason:
          'Public figures are for everybody to read (decision 004); the function behind can read the partitions of public documents and nothing else.',
      });
    }
    // Each route by itself, so that a function answers the API only where the table of routes says.
    new CfnPermission(added, 'Permission', {
      action: 'lambda:InvokeFunction',
      functionName: lambda.functionArn,
      principal: 'apigateway.amazonaws.com',
      sourceArn: `arn:${Aws.PARTITION}:execute-api:${Aws.REGION}:${Aws.ACCOUNT_ID}:${this.api.ref}/*/${method}${path}`,
    });
  }
}

/** Who asked for what and how it went. Never the query: a cursor or a signed URL in it is a secret. */
const accessLogFormat = JSON.stringify({
  at: '$context.requestTimeEpoch',
  requestId: '$context.requestId',
  route: '$context.routeKey',
  path: '$context.path',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  from: '$context.identity.sourceIp',
  user: '$context.authorizer.claims.sub',
  refused: '$context.authorizer.error',
  failed: '$context.integrationErrorMessage',
});
