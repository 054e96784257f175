import { Aws } from 'aws-cdk-lib';
import { CachePolicy, CfnCachePolicy, CfnResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import { contentPolicy, plainHeaders } from '../web/served/page-headers.ts';
import type { Identity } from './identity.ts';
import { cognitoApi } from './portal-config.ts';
import type { Records } from './records.ts';
import type { Snapshots } from './snapshots.ts';
import type { ServiceStack } from './stacks.ts';
import type { Uploads } from './uploads.ts';

type HeadersConfig = CfnResponseHeadersPolicy.ResponseHeadersPolicyConfigProperty;
type Given = { identity: Identity; uploads: Uploads; records: Records; snapshots: Snapshots };

/** Files are kept at the edge as long as their own headers say, the query aside; answers to a token never. */
export const filesCaching = CachePolicy.CACHING_OPTIMIZED.cachePolicyId;
export const cachingNothing = CachePolicy.CACHING_DISABLED.cachePolicyId;

/** What CloudFront adds to files and answers, and how long it keeps what is public. */
export class PortalPolicies extends Construct {
  readonly ofFiles: CfnResponseHeadersPolicy;
  readonly ofAnswers: CfnResponseHeadersPolicy;
  readonly publicCaching: CfnCachePolicy;

  constructor(scope: Construct, service: ServiceStack, given: Given) {
    super(scope, 'Policies');
    const name = (what: string) => `${service.stackName}-${Aws.REGION}-${what}`;
    const policy = (id: string, config: Partial<HeadersConfig>) =>
      new CfnResponseHeadersPolicy(this, id, {
        responseHeadersPolicyConfig: {
          securityHeadersConfig: everywhere,
          ...config,
          name: name(id.toLowerCase()),
        },
      });
    this.ofFiles = policy('Files', headersOfFiles(elsewhere(service, given)));
    this.ofAnswers = policy('Answers', {});
    this.publicCaching = new CfnCachePolicy(this, 'Public', {
      cachePolicyConfig: {
        name: name('public'),
        minTtl: 0,
        defaultTtl: 0,
        maxTtl: 86_400,
        parametersInCacheKeyAndForwardedToOrigin: {
          enableAcceptEncodingBrotli: true,
          enableAcceptEncodingGzip: true,
          cookiesConfig: { cookieBehavior: 'none' },
          headersConfig: { headerBehavior: 'none' },
          queryStringsConfig: { queryStringBehavior: 'all' },
        },
      },
    });
  }
}

/** Two years; not for names below, which may be others'. */
const everywhere = {
  strictTransportSecurity: {
    accessControlMaxAgeSec: 63_072_000,
    includeSubdomains: false,
    override: true,
  },
  contentTypeOptions: { override: true },
};

/** The headers of page-headers.ts, in the words of CloudFront: `contentTypeOptions` knows `nosniff` alone. */
function headersOfFiles(origins: string[]): Partial<HeadersConfig> {
  const { 'referrer-policy': referrerPolicy, 'cross-origin-opener-policy': opener } = plainHeaders;
  return {
    securityHeadersConfig: {
      ...everywhere,
      contentSecurityPolicy: { contentSecurityPolicy: contentPolicy(origins), override: true },
      frameOptions: { frameOption: 'DENY', override: true },
      referrerPolicy: { referrerPolicy, override: true },
    },
    customHeadersConfig: {
      items: [{ header: 'cross-origin-opener-policy', value: opener, override: true }],
    },
  };
}

/** Where the portal asks besides itself: files are put and fetched at S3, tokens are given by the issuer, second factors by Cognito. */
function elsewhere({ settings }: ServiceStack, { identity, uploads, records, snapshots }: Given): string[] {
  const buckets = [uploads, records, snapshots].map((bucket) => `https://${bucket.bucketRegionalDomainName}`);
  const issuer =
    settings.oidc === null ? [identity.domain.baseUrl(), cognitoApi] : [new URL(settings.oidc.issuer).origin];
  return [...buckets, ...issuer];
}
