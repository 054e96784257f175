import vm from 'node:vm';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { pageHeaders } from '../../web/served/page-headers.ts';
import { type Properties, type Templates, templatesOf } from './template.ts';

const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-4000-8000-000000000000';
const webAcl =
  'arn:aws:wafv2:us-east-1:123456789012:global/webacl/diem-cau/00000000-0000-4000-8000-000000000000';

let plain: Templates;
let own: Templates;
let other: Templates;
beforeAll(async () => {
  plain = await templatesOf();
  own = await templatesOf({
    portalOrigin: 'https://diemcau.example.vn',
    portalCertificateArn: certificate,
    portalWebAclArn: webAcl,
  });
  other = await templatesOf({ oidc: JSON.stringify(oidc) });
}, 180_000);

/** A ministry's own issuer, with names of its own. */
const oidc = {
  issuer: 'https://sso.example.vn/realms/chinh-phu',
  audience: ['diem-cau'],
  claims: { subject: 'employee_id', unit: 'don_vi', roles: 'groups', mfaRequired: 'mfa_required' },
  roleNames: { reporter: 'bao-cao', approver: 'phe-duyet', analyst: 'phan-tich', secretariat: 'thu-ky' },
};

type Behaviour = Properties & { PathPattern: string; TargetOriginId: string; AllowedMethods: string[] };
type Distribution = Properties & {
  DefaultCacheBehavior: Behaviour;
  CacheBehaviors: Behaviour[];
  Origins: (Properties & { Id: string })[];
};
const distributionOf = (templates: Templates) =>
  templates.one('AWS::CloudFront::Distribution', 'PortalDistribution').properties
    .DistributionConfig as Distribution;
const acknowledged = (templates: Templates) =>
  JSON.stringify(templates.one('AWS::CloudFront::Distribution', 'PortalDistribution').metadata);
const policyOf = (id: string, templates = plain): Properties => {
  const { properties } = templates.one('AWS::CloudFront::ResponseHeadersPolicy', id);
  return (properties.ResponseHeadersPolicyConfig as Properties).SecurityHeadersConfig as Properties;
};

describe('the files of the portal', () => {
  test('are read by CloudFront of this account, object by object, and by nobody else', () => {
    const policy = plain
      .of('AWS::S3::BucketPolicy')
      .find(({ properties }) => plain.read(properties.Bucket) === 'PortalFiles');
    const allowed = plain
      .statements(policy?.properties.PolicyDocument)
      .filter(({ effect }) => effect === 'Allow');
    expect(allowed).toEqual([
      {
        effect: 'Allow',
        actions: ['s3:GetObject'],
        resources: ['PortalFiles.Arn/*'],
        principal: '{"Service":"cloudfront.amazonaws.com"}',
        condition: 'StringEquals aws:SourceAccount AWS::AccountId',
      },
    ]);
  });

  test('are asked for with a signature of CloudFront', () => {
    const [files] = distributionOf(plain).Origins;
    expect(files).toMatchObject({ Id: 'files', S3OriginConfig: { OriginAccessIdentity: '' } });
    expect(plain.read(files?.OriginAccessControlId)).toBe('PortalAccess.Id');
    expect(
      plain.one('AWS::CloudFront::OriginAccessControl', 'PortalAccess').properties.OriginAccessControlConfig,
    ).toMatchObject({ SigningBehavior: 'always', SigningProtocol: 'sigv4' });
  });
});

describe('what goes with every file', () => {
  test('is the policy of the one-machine stack, for the buckets, the sign-in page and Cognito', () => {
    const { ContentSecurityPolicy: given } = policyOf('PortalPoliciesFiles')
      .ContentSecurityPolicy as Properties;
    const told = plain.read(given);
    const connect = /connect-src ([^;]+)/.exec(told)?.[1]?.split(' ') ?? [];
    expect(connect.slice(0, 4)).toEqual([
      "'self'",
      'https://Uploads.RegionalDomainName',
      'https://Records.RegionalDomainName',
      'https://Snapshots.RegionalDomainName',
    ]);
    expect(connect[4]).toContain('IdentityPoolDomain');
    expect(connect[5]).toBe('https://cognito-idp.AWS::Region.AWS::URLSuffix');
    expect(connect).toHaveLength(6);
    expect(told).toBe(pageHeaders(connect.slice(1))['content-security-policy']);
  });

  test('lets nothing unsafe in, and no frame around it', () => {
    const text = JSON.stringify(policyOf('PortalPoliciesFiles'));
    expect(text).not.toMatch(/unsafe-|\*|http:/);
    expect(text).toContain("default-src 'none'");
    expect(policyOf('PortalPoliciesFiles')).toMatchObject({
      FrameOptions: { FrameOption: 'DENY', Override: true },
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer' },
    });
  });

  test('is word by word what the one-machine stack gives besides', () => {
    const { properties } = plain.one('AWS::CloudFront::ResponseHeadersPolicy', 'PortalPoliciesFiles');
    const { CustomHeadersConfig: custom } = properties.ResponseHeadersPolicyConfig as {
      CustomHeadersConfig: { Items: { Header: string; Value: string; Override: boolean }[] };
    };
    const { 'content-security-policy': _policy, ...rest } = pageHeaders([]);
    expect(rest).toEqual({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(custom.Items).toEqual([
      { Header: 'cross-origin-opener-policy', Value: 'same-origin', Override: true },
    ]);
  });

  test.each(['PortalPoliciesFiles', 'PortalPoliciesAnswers'])('TLS only, for two years: %s', (id) => {
    expect(policyOf(id).StrictTransportSecurity).toMatchObject({ AccessControlMaxAgeSec: 63_072_000 });
  });
});

describe('what the portal is told', () => {
  test('of the user pool: its claims, and where second factors are set up, by which scopes', () => {
    expect(JSON.parse(plain.output('PortalConfig'))).toMatchObject({
      scopes: 'openid',
      claims: { unit: 'custom:unit', roles: 'diem-cau:roles', mfaRequired: 'diem-cau:mfa-required' },
      secondFactor: {
        api: 'https://cognito-idp.AWS::Region.AWS::URLSuffix/',
        scopes: 'openid aws.cognito.signin.user.admin',
      },
    });
    const client = plain.one('AWS::Cognito::UserPoolClient', 'IdentityPoolPortal').properties;
    expect(client.AllowedOAuthScopes).toEqual(['openid', 'aws.cognito.signin.user.admin']);
  });

  test('of another issuer: its own names, which it may ask, and Cognito it may not', () => {
    expect(JSON.parse(other.output('PortalConfig'))).toEqual({
      issuer: oidc.issuer,
      clientId: 'diem-cau',
      scopes: 'openid',
      claims: { ...oidc.claims, roleNames: oidc.roleNames },
    });
    const { ContentSecurityPolicy: given } = policyOf('PortalPoliciesFiles', other)
      .ContentSecurityPolicy as Properties;
    const [, connect = ''] = /connect-src ([^;]+)/.exec(other.read(given)) ?? [];
    expect(connect.split(' ').slice(4)).toEqual(['https://sso.example.vn']);
  });
});

describe('behind the same name', () => {
  test('public answers are kept as they say, by their query, and get no token', () => {
    const [open, closed] = distributionOf(plain).CacheBehaviors;
    expect([open?.PathPattern, closed?.PathPattern]).toEqual(['/v1/public/*', '/v1/*']);
    expect(open).not.toHaveProperty('OriginRequestPolicyId');
    expect(open?.AllowedMethods.sort()).toEqual(['GET', 'HEAD', 'OPTIONS']);
    const { CachePolicyConfig: caching } = plain.one('AWS::CloudFront::CachePolicy', 'PortalPoliciesPublic')
      .properties as { CachePolicyConfig: Properties };
    expect(caching).toMatchObject({
      MinTTL: 0,
      DefaultTTL: 0,
      ParametersInCacheKeyAndForwardedToOrigin: {
        HeadersConfig: { HeaderBehavior: 'none' },
        CookiesConfig: { CookieBehavior: 'none' },
        QueryStringsConfig: { QueryStringBehavior: 'all' },
      },
    });
  });

  test('answers to a token are never kept, and every method passes with its headers', () => {
    const closed = distributionOf(plain).CacheBehaviors[1];
    // Managed policies by their ids: CachingDisabled and AllViewerExceptHostHeader (CloudFront developer guide).
    expect(closed).toMatchObject({
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
    });
    expect(closed?.AllowedMethods.sort()).toEqual([
      'DELETE',
      'GET',
      'HEAD',
      'OPTIONS',
      'PATCH',
      'POST',
      'PUT',
    ]);
  });

  test('every behaviour is over TLS, and so is the way to the API', () => {
    const { DefaultCacheBehavior: first, CacheBehaviors: more, Origins: origins } = distributionOf(plain);
    for (const behaviour of [first, ...more]) {
      expect(behaviour.ViewerProtocolPolicy).toBe('redirect-to-https');
    }
    expect(origins[1]?.CustomOriginConfig).toMatchObject({
      OriginProtocolPolicy: 'https-only',
      OriginSSLProtocols: ['TLSv1.2'],
    });
  });

  test('what was not there a moment ago is asked for again', () => {
    const kept = distributionOf(plain).CustomErrorResponses as {
      ErrorCode: number;
      ErrorCachingMinTTL: number;
    }[];
    expect(kept.filter(({ ErrorCachingMinTTL: seconds }) => seconds !== 0)).toEqual([]);
    expect(kept.map(({ ErrorCode: code }) => code)).toEqual(expect.arrayContaining([404, 403, 500, 503]));
    expect(JSON.stringify(kept)).not.toContain('ResponsePagePath');
  });
});

describe('the name', () => {
  test('of one’s own: TLS 1.2 and later, HTTP/3, IPv6, the web ACL that was given', () => {
    expect(distributionOf(own)).toMatchObject({
      Aliases: ['diemcau.example.vn'],
      ViewerCertificate: {
        AcmCertificateArn: certificate,
        MinimumProtocolVersion: 'TLSv1.2_2021',
        SslSupportMethod: 'sni-only',
      },
      HttpVersion: 'http2and3',
      IPV6Enabled: true,
      PriceClass: 'PriceClass_200',
      WebACLId: webAcl,
    });
    expect(acknowledged(own)).not.toMatch(/CFR2|CFR4/);
  });

  test('that CloudFront gives: what is weaker about it is acknowledged, with the reason', () => {
    expect(distributionOf(plain)).not.toHaveProperty('Aliases');
    expect(distributionOf(plain)).not.toHaveProperty('WebACLId');
    for (const rule of ['CFR1', 'CFR2', 'CFR3', 'CFR4']) expect(acknowledged(plain)).toContain(rule);
  });

  test('signing in leads back to the page that takes the answer, and to no other address', () => {
    const client = own.one('AWS::Cognito::UserPoolClient', 'IdentityPoolPortal').properties;
    expect([client.CallbackURLs, client.LogoutURLs]).toEqual([
      ['https://diemcau.example.vn/dang-nhap'],
      ['https://diemcau.example.vn/'],
    ]);
  });
});

describe('the function at the edge', () => {
  const served = (uri: string): string => {
    const { FunctionCode } = plain.one('AWS::CloudFront::Function', 'PortalPages').properties;
    return vm.runInNewContext(`${String(FunctionCode)}; handler(event).uri`, { event: { request: { uri } } });
  };

  test.each(['/', '/ban-do', '/chi-tieu/766.TDGQ', '/don-vi/province%3A52%402025', '/khong-co'])(
    '%s is a page',
    (uri) => expect(served(uri)).toBe('/index.html'),
  );

  test.each(['/config.json', '/icon.svg', '/assets/main-ABC.js', '/assets/', '/..%2fx', '/%'])(
    '%s is what it is',
    (uri) => expect(served(uri)).toBe(uri),
  );
});
