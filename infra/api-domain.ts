import { CfnOutput } from 'aws-cdk-lib';
import { CfnApiMapping, CfnDomainName } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import type { Api } from './api.ts';
import type { ServiceStack } from './stacks.ts';

/** The API under a name of one's own, when the settings give one: nothing is made otherwise. */
export class ApiDomain extends Construct {
  constructor(service: ServiceStack, given: { api: Api }) {
    super(service, 'ApiDomain');
    const { apiDomain, apiCertificateArn } = service.settings;
    if (apiDomain === '') return;
    const name = new CfnDomainName(this, 'Name', {
      domainName: apiDomain,
      domainNameConfigurations: [
        { certificateArn: apiCertificateArn, endpointType: 'REGIONAL', securityPolicy: 'TLS_1_2' },
      ],
    });
    const mapping = new CfnApiMapping(this, 'Mapping', {
      apiId: given.api.api.ref,
      domainName: name.ref,
      stage: given.api.stage.ref,
    });
    mapping.addResourceDependency(name);
    new CfnOutput(service, 'ApiDomainTarget', {
      value: name.attrRegionalDomainName,
      description: 'What the CNAME record of the API domain points to',
    });
  }
}
