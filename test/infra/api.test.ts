import { beforeAll, describe, expect, test } from '@jest/globals';
import { routes } from '../../shared/lambda/routes.ts';
import { type Properties, type Templates, templatesOf } from './template.ts';

let templates: Templates;
beforeAll(async () => {
  templates = await templatesOf({
    stage: 'prod',
    objectLock: 'compliance',
    objectLockDays: '400',
    portalOrigin: 'https://diemcau.example.vn',
    alarmEmails: 'truc@example.vn,ban@example.vn',
  });
}, 60_000);

const pascal = (name: string) => name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
const only = (type: string): Properties => {
  const [first, ...more] = templates.of(type);
  expect(more).toEqual([]);
  return first?.properties ?? {};
};

/** `GET /v1/meetings JWT ReadFunction` for each route of the template. */
function deployedRoutes(): string[] {
  const integrations = new Map(
    templates.of('AWS::ApiGatewayV2::Integration').map(({ id, properties }) => [id, properties]),
  );
  return templates.of('AWS::ApiGatewayV2::Route').map(({ properties }) => {
    const integration = integrations.get(templates.read(properties.Target).replace('integrations/', ''));
    const called = templates.read(integration?.IntegrationUri).replace('.Arn', '');
    return `${properties.RouteKey} ${properties.AuthorizationType} ${called}`;
  });
}

describe('the API', () => {
  test('has the routes of the table and no other, with a token where the table says so', () => {
    const wanted = routes.map(
      (route) =>
        `${route.method} ${route.path} ${route.access === 'token' ? 'JWT' : 'NONE'} ${pascal(route.function)}Function`,
    );
    expect(deployedRoutes().sort()).toEqual(wanted.sort());
  });

  test('a route with a token names the authoriser, one without carries the reason', () => {
    for (const { properties, metadata } of templates.of('AWS::ApiGatewayV2::Route')) {
      const open = String(properties.RouteKey).includes(' /v1/public/');
      expect([properties.RouteKey, properties.AuthorizationType]).toEqual([
        properties.RouteKey,
        open ? 'NONE' : 'JWT',
      ]);
      expect(templates.read(properties.AuthorizerId)).toBe(open ? 'undefined' : 'ApiTokens');
      expect(JSON.stringify(metadata).includes('AwsSolutions-APIG4')).toBe(open);
    }
  });

  test('what anybody may call, nobody calls with a token: published figures have a function of their own', () => {
    const open = new Set(routes.filter(({ access }) => access === 'public').map((route) => route.function));
    const closed = new Set(routes.filter(({ access }) => access === 'token').map((route) => route.function));
    expect([...open].filter((name) => (closed as Set<string>).has(name))).toEqual([]);
  });

  test('tokens are those of the user pool, made for the portal', () => {
    const authorizer = only('AWS::ApiGatewayV2::Authorizer');
    const { Issuer: issuer, Audience: audience } = authorizer.JwtConfiguration as Properties;
    expect(authorizer.AuthorizerType).toBe('JWT');
    expect(templates.read(issuer)).toBe('IdentityPool.ProviderURL');
    expect(templates.read(audience)).toBe('IdentityPoolPortal');
  });

  test('each route may call its function, on its own path and method only', () => {
    const ofApi = templates
      .of('AWS::Lambda::Permission')
      .filter(({ properties }) => properties.Principal === 'apigateway.amazonaws.com');
    const permissions = ofApi.map(({ properties }) => {
      const source = templates.read(properties.SourceArn).replace(/^.*:ApiHttp\/\*\//, '');
      return `${source} ${templates.read(properties.FunctionName).replace('.Arn', '')} ${properties.Principal}`;
    });
    const wanted = routes.map(
      (route) => `${route.method}${route.path} ${pascal(route.function)}Function apigateway.amazonaws.com`,
    );
    expect(permissions.sort()).toEqual(wanted.sort());
  });

  test('functions get payload 2.0', () => {
    for (const { properties } of templates.of('AWS::ApiGatewayV2::Integration')) {
      expect(properties).toMatchObject({ PayloadFormatVersion: '2.0', IntegrationType: 'AWS_PROXY' });
    }
  });

  test('is throttled, and its log holds no query string, body or header', () => {
    const stage = only('AWS::ApiGatewayV2::Stage');
    expect(stage).toMatchObject({
      StageName: '$default',
      AutoDeploy: true,
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
    });
    const { Format: format } = stage.AccessLogSettings as { Format: string };
    const variables = Object.values(JSON.parse(format) as Record<string, string>);
    expect(variables.filter((name) => /quer|header|overhead|token$|authorization/i.test(name))).toEqual([]);
    expect(variables).toContain('$context.routeKey');
  });

  test('answers browsers of the portal only', () => {
    expect(only('AWS::ApiGatewayV2::Api').CorsConfiguration).toMatchObject({
      AllowOrigins: ['https://diemcau.example.vn'],
      AllowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
    });
  });

  test('the deployer is told where everything is', () => {
    expect(templates.outputs.sort()).toEqual([
      'ApiUrl',
      'PortalBucket',
      'PortalClientId',
      'PortalConfig',
      'PortalDomain',
      'PortalOrigin',
      'RecordsBucket',
      'SignInUrl',
      'SnapshotsBucket',
      'TableName',
      'UploadsBucket',
      'UserPoolId',
    ]);
  });
});

describe('what the deployer chose', () => {
  test('uploads and snapshots are locked, and no other bucket', () => {
    const locks = templates
      .of('AWS::S3::Bucket')
      .map(({ id, properties }) => [id, properties.ObjectLockConfiguration]);
    const lock = {
      ObjectLockEnabled: 'Enabled',
      Rule: { DefaultRetention: { Days: 400, Mode: 'COMPLIANCE' } },
    };
    expect(Object.fromEntries(locks)).toEqual({
      AccessLogs: undefined,
      PortalFiles: undefined,
      Records: undefined,
      Snapshots: lock,
      Uploads: lock,
    });
  });

  test('whoever is to be told of alarms is', () => {
    const told = templates
      .of('AWS::SNS::Subscription')
      .map(({ properties }) => `${properties.Protocol} ${properties.Endpoint}`);
    expect(told.sort()).toEqual(['email ban@example.vn', 'email truc@example.vn']);
  });
});

describe('a domain of one’s own', () => {
  const certificate =
    'arn:aws:acm:ap-southeast-1:123456789012:certificate/00000000-0000-4000-8000-000000000000';

  test('is not there unless it is chosen', () => {
    expect(templates.of('AWS::ApiGatewayV2::DomainName')).toEqual([]);
  });

  test('leads to the API, by TLS 1.2, and the deployer is told what its record points to', async () => {
    const own = await templatesOf({ apiDomain: 'api.example.vn', apiCertificateArn: certificate });
    expect(own.of('AWS::ApiGatewayV2::DomainName').map(({ properties }) => properties)).toEqual([
      {
        DomainName: 'api.example.vn',
        DomainNameConfigurations: [
          { CertificateArn: certificate, EndpointType: 'REGIONAL', SecurityPolicy: 'TLS_1_2' },
        ],
      },
    ]);
    const [mapping] = own.of('AWS::ApiGatewayV2::ApiMapping');
    const { ApiId: api, DomainName: name, Stage: stage } = mapping?.properties ?? {};
    expect([api, name, stage].map((value) => own.read(value))).toEqual([
      'ApiHttp',
      'ApiDomainName',
      'ApiStage',
    ]);
    expect(own.outputs).toContain('ApiDomainTarget');
  }, 60_000);
});
