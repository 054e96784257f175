import { Aws, Validations } from 'aws-cdk-lib';
import {
  CfnDistribution,
  CfnFunction,
  CfnOriginAccessControl,
  OriginRequestPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import { pagePath } from '../web/served/page-path.ts';
import type { Api } from './api.ts';
import type { Identity } from './identity.ts';
import type { PortalFiles } from './portal-files.ts';
import { cachingNothing, filesCaching, PortalPolicies } from './portal-policies.ts';
import type { Records } from './records.ts';
import type { Snapshots } from './snapshots.ts';
import type { ServiceStack } from './stacks.ts';
import type { Uploads } from './uploads.ts';

type Given = {
  files: PortalFiles;
  api: Api;
  identity: Identity;
  uploads: Uploads;
  records: Records;
  snapshots: Snapshots;
};

/** The portal and the API under one name: CloudFront before the bucket of files and the HTTP API. */
export class Portal extends Construct {
  readonly distribution: CfnDistribution;
  private readonly policies: PortalPolicies;

  constructor(service: ServiceStack, given: Given) {
    super(service, 'Portal');
    this.policies = new PortalPolicies(this, service, given);
    this.distribution = new CfnDistribution(this, 'Distribution', {
      distributionConfig: {
        enabled: true,
        comment: `${service.stackName}: portal and API`,
        httpVersion: 'http2and3',
        ipv6Enabled: true,
        priceClass: service.settings.portalPriceClass,
        defaultRootObject: 'index.html',
        ...this.name(service),
        ...(service.settings.portalWebAclArn === '' ? {} : { webAclId: service.settings.portalWebAclArn }),
        origins: this.origins(service, given),
        ...this.behaviours(service),
        customErrorResponses: neverKept,
      },
    });
    this.acknowledge(service);
  }

  /** A name of one's own with TLS 1.2 and later, or the one that CloudFront gives. */
  private name({ settings }: ServiceStack) {
    if (settings.portalCertificateArn === '') {
      return { viewerCertificate: { cloudFrontDefaultCertificate: true } };
    }
    return {
      aliases: [new URL(settings.portalOrigin).hostname],
      viewerCertificate: {
        acmCertificateArn: settings.portalCertificateArn,
        minimumProtocolVersion: 'TLSv1.2_2021',
        sslSupportMethod: 'sni-only',
      },
    };
  }

  private origins(service: ServiceStack, { files, api }: Given): CfnDistribution.OriginProperty[] {
    const access = new CfnOriginAccessControl(this, 'Access', {
      originAccessControlConfig: {
        name: `${service.stackName}-${Aws.REGION}-portal`,
        originAccessControlOriginType: 's3',
        signingBehavior: 'always',
        signingProtocol: 'sigv4',
      },
    });
    return [
      {
        id: 'files',
        domainName: files.bucketRegionalDomainName,
        originAccessControlId: access.attrId,
        s3OriginConfig: { originAccessIdentity: '' },
      },
      {
        id: 'api',
        domainName: `${api.api.ref}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`,
        customOriginConfig: { originProtocolPolicy: 'https-only', originSslProtocols: ['TLSv1.2'] },
      },
    ];
  }

  private behaviours(service: ServiceStack) {
    const pages = new CfnFunction(this, 'Pages', {
      name: `${service.stackName}-${Aws.REGION}-pages`,
      autoPublish: true,
      functionConfig: { comment: 'Pages of the portal are index.html', runtime: 'cloudfront-js-2.0' },
      functionCode: pagesCode,
    });
    const secure = { viewerProtocolPolicy: 'redirect-to-https', compress: true };
    const reads = ['GET', 'HEAD', 'OPTIONS'];
    return {
      defaultCacheBehavior: {
        ...secure,
        targetOriginId: 'files',
        allowedMethods: ['GET', 'HEAD'],
        cachePolicyId: filesCaching,
        responseHeadersPolicyId: this.policies.ofFiles.attrId,
        functionAssociations: [{ eventType: 'viewer-request', functionArn: pages.attrFunctionArn }],
      },
      cacheBehaviors: [
        {
          ...secure,
          pathPattern: '/v1/public/*',
          targetOriginId: 'api',
          allowedMethods: reads,
          // As long as the API itself says of each answer; a token is not sent on, and not looked at.
          cachePolicyId: this.policies.publicCaching.attrId,
          responseHeadersPolicyId: this.policies.ofAnswers.attrId,
        },
        {
          ...secure,
          pathPattern: '/v1/*',
          targetOriginId: 'api',
          allowedMethods: [...reads, 'PUT', 'POST', 'PATCH', 'DELETE'],
          cachePolicyId: cachingNothing,
          // Everything but the name of the host, by which API Gateway knows its API: the token too.
          originRequestPolicyId: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER.originRequestPolicyId,
          responseHeadersPolicyId: this.policies.ofAnswers.attrId,
        },
      ],
    };
  }

  private acknowledge({ settings }: ServiceStack): void {
    const rules = Validations.of(this.distribution);
    rules.acknowledge({
      id: 'AwsSolutions-CFR1',
      reason: 'Published figures are for everybody, wherever they are; so are those who report from abroad.',
    });
    rules.acknowledge({
      id: 'AwsSolutions-CFR3',
      reason:
        'Requests for data are in the log of the API, readings of files in that of the bucket. A log of CloudFront itself would hold the codes of sign-ins, which come in the query (decision 101).',
    });
    if (settings.portalWebAclArn === '') {
      rules.acknowledge({
        id: 'AwsSolutions-CFR2',
        reason:
          'The API is throttled, checks every request and takes no files; pages are static. A web ACL may be set by portalWebAclArn.',
      });
    }
    if (settings.portalCertificateArn === '') {
      rules.acknowledge({
        id: 'AwsSolutions-CFR4',
        reason:
          'Under the name that CloudFront gives, its own certificate decides; with portalCertificateArn it is TLS 1.2 and later.',
      });
    }
  }
}

/** What is not there, or went wrong, may be there at the next request: CloudFront would keep it for ten seconds. */
const neverKept = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504].map((errorCode) => ({
  errorCode,
  errorCachingMinTtl: 0,
}));

/** The rule of `web/served/page-path.ts` in the language of CloudFront Functions. */
const pagesCode = `function handler(event) {
  if (${pagePath.toString()}.test(event.request.uri)) event.request.uri = '/index.html';
  return event.request;
}
`;
