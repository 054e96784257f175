import * as v from 'valibot';
import type { Authorise } from '../identity/authoriser.ts';
import type { FunctionPool } from '../lambda/function-pool.ts';
import type { Functions } from '../lambda/functions.ts';
import { arn } from '../template/place.ts';
import { nameOf, propertiesOf, type Resource, type Resources } from '../template/resources.ts';
import { TemplateError } from '../template/template-error.ts';

const RouteProperties = v.object({
  RouteKey: v.string(),
  Target: v.pipe(v.string(), v.startsWith('integrations/')),
  AuthorizationType: v.optional(v.picklist(['NONE', 'JWT']), 'NONE'),
  AuthorizerId: v.optional(v.string()),
  AuthorizationScopes: v.optional(v.array(v.string()), []),
});
const Integration = v.object({
  IntegrationType: v.literal('AWS_PROXY'),
  IntegrationUri: v.string(),
  PayloadFormatVersion: v.literal('2.0', 'only payload format 2.0 runs here'),
  TimeoutInMillis: v.optional(v.number(), 30_000),
});

/** A route of the HTTP API with all that it leads to. */
export type Route = {
  key: string;
  method: string;
  /** `undefined` for `$default`. */
  pattern: RegExp | undefined;
  /** The more literal parts, the sooner it is tried. */
  weight: number;
  pool: FunctionPool;
  /** Whether API Gateway may call the function; if not, the answer is 500, as in AWS. */
  permitted: boolean;
  timeoutMs: number;
  authorise: Authorise | undefined;
  scopes: string[];
};
export type RouteMatch = { route: Route; pathParameters: Record<string, string> | undefined };

/** Reads the routes of an API, the most specific first. @throws TemplateError */
export function readRoutes(
  resources: Resources,
  api: Resource,
  stage: string,
  functions: Functions,
  authorisers: ReadonlyMap<string, Authorise>,
): Route[] {
  const integrations = new Map(
    resources.list('AWS::ApiGatewayV2::Integration').map((one) => [one.physicalId, one]),
  );
  return resources
    .list('AWS::ApiGatewayV2::Route')
    .map((resource) => {
      const properties = propertiesOf(resource, RouteProperties);
      const integration = integrations.get(properties.Target.slice('integrations/'.length));
      if (!integration)
        throw new TemplateError(nameOf(resource), `${properties.Target} is not in the template`);
      const { IntegrationUri, TimeoutInMillis } = propertiesOf(integration, Integration);
      const functionArn = /functions\/(arn:[^/]+)\/invocations$/.exec(IntegrationUri)?.[1] ?? IntegrationUri;
      const pool = functions.of(functionArn, integration);
      const authorise = authorisers.get(properties.AuthorizerId ?? '');
      if (properties.AuthorizationType === 'JWT' && !authorise) {
        throw new TemplateError(nameOf(resource), 'has no JWT authoriser of the template');
      }
      const [method = '', path] = properties.RouteKey.split(' ');
      const source = arn('execute-api', `${api.physicalId}/${stage}/${method}${path ?? ''}`);
      return {
        key: properties.RouteKey,
        method,
        pattern: path === undefined ? undefined : patternOf(path),
        weight: path === undefined ? -1 : weightOf(path) + (method === 'ANY' ? 0 : 1),
        pool,
        permitted: functions.mayCall(pool, 'apigateway.amazonaws.com', source),
        timeoutMs: TimeoutInMillis,
        authorise: properties.AuthorizationType === 'JWT' ? authorise : undefined,
        scopes: properties.AuthorizationScopes,
      };
    })
    .sort((a, b) => b.weight - a.weight);
}

/** The route of a request, with the path's parameters decoded. */
export function matchRoute(routes: readonly Route[], method: string, path: string): RouteMatch | undefined {
  for (const route of routes) {
    if (route.pattern === undefined) return { route, pathParameters: undefined };
    const match = route.method === 'ANY' || route.method === method ? route.pattern.exec(path) : null;
    if (!match) continue;
    const found = Object.entries(match.groups ?? {}).map(([name, value]) => [
      decodeName(name),
      decodeURIComponent(value),
    ]);
    return { route, pathParameters: found.length === 0 ? undefined : Object.fromEntries(found) };
  }
  return undefined;
}

function patternOf(path: string): RegExp {
  const source = path
    .split('/')
    .map((part) => {
      const name = /^\{(.+?)(\+?)\}$/.exec(part);
      if (!name) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      return `(?<${encodeName(name[1] ?? '')}>${name[2] === '+' ? '.+' : '[^/]+'})`;
    })
    .join('/');
  return new RegExp(`^${source}/?$`);
}

/** A greedy part weighs least, a literal one most; so `/v1/meetings` goes before `/v1/{kind}`. */
function weightOf(path: string): number {
  const weights = path
    .split('/')
    .map((part) => (part.endsWith('+}') ? -100 : part.startsWith('{') ? 10 : 1000));
  return weights.reduce((sum, one) => sum + one, 0);
}

/** Names of parameters may have letters that a group of a regular expression may not. */
const encodeName = (name: string) => `p${Buffer.from(name).toString('hex')}`;
const decodeName = (name: string) => Buffer.from(name.slice(1), 'hex').toString();
