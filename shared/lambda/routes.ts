import type { FunctionName } from './environment.ts';

/**
 * The API's routes, one table: the deployed API, the local one and the documentation are made from it.
 * `token`: needs a verified token; who may do what is decided from its claims · `public`: public
 * figures only, read without one.
 */
export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: `/v1/${string}`;
  function: FunctionName;
  access: 'token' | 'public';
  /** A request that answers, on the local stack after `npm start`. */
  example: string;
};

export const routes = [
  {
    method: 'POST',
    path: '/v1/submissions',
    function: 'open-submission',
    access: 'token',
    example: '/v1/submissions',
  },
  {
    method: 'POST',
    path: '/v1/submissions/{id}/ticket',
    function: 'open-submission',
    access: 'token',
    example: '/v1/submissions/{id}/ticket',
  },
  {
    method: 'POST',
    path: '/v1/submissions/{id}/sign',
    function: 'sign-submission',
    access: 'token',
    example: '/v1/submissions/{id}/sign',
  },
  {
    method: 'POST',
    path: '/v1/submissions/{id}/return',
    function: 'work-submission',
    access: 'token',
    example: '/v1/submissions/{id}/return',
  },
  {
    method: 'POST',
    path: '/v1/submissions/{id}/answers',
    function: 'work-submission',
    access: 'token',
    example: '/v1/submissions/{id}/answers',
  },
  {
    method: 'POST',
    path: '/v1/submissions/{id}/attachments',
    function: 'work-submission',
    access: 'token',
    example: '/v1/submissions/{id}/attachments',
  },
  {
    method: 'POST',
    path: '/v1/submissions/{id}/withdraw',
    function: 'work-submission',
    access: 'token',
    example: '/v1/submissions/{id}/withdraw',
  },
  {
    method: 'POST',
    path: '/v1/slots/{unit}/{form}/{period}/extension',
    function: 'work-submission',
    access: 'token',
    example: '/v1/slots/82/qd766/2026-Q3/extension',
  },
  {
    method: 'PUT',
    path: '/v1/units/{unit}/one-person',
    function: 'work-submission',
    access: 'token',
    example: '/v1/units/province:82@2025/one-person',
  },
  {
    method: 'GET',
    path: '/v1/submissions',
    function: 'read',
    access: 'token',
    example: '/v1/submissions?unit=82&form=qd766&period=2026-Q3',
  },
  {
    method: 'GET',
    path: '/v1/submissions/{id}',
    function: 'read',
    access: 'token',
    example: '/v1/submissions/{id}',
  },
  {
    method: 'GET',
    path: '/v1/submissions/{id}/findings',
    function: 'read',
    access: 'token',
    example: '/v1/submissions/{id}/findings',
  },
  {
    method: 'GET',
    path: '/v1/submissions/{id}/receipt',
    function: 'read',
    access: 'token',
    example: '/v1/submissions/{id}/receipt',
  },
  {
    method: 'GET',
    path: '/v1/submissions/{id}/attachments/{n}',
    function: 'read',
    access: 'token',
    example: '/v1/submissions/{id}/attachments/1',
  },
  {
    method: 'GET',
    path: '/v1/contexts/{unit}/{form}/{period}',
    function: 'read',
    access: 'token',
    example: '/v1/contexts/82/qd766/2026-Q3',
  },
  {
    method: 'GET',
    path: '/v1/units/{unit}/one-person',
    function: 'read',
    access: 'token',
    example: '/v1/units/province:82@2025/one-person',
  },
  {
    method: 'GET',
    path: '/v1/catalog/{kind}',
    function: 'read',
    access: 'token',
    example: '/v1/catalog/units',
  },
  {
    method: 'GET',
    path: '/v1/periods/{period}/coverage',
    function: 'read',
    access: 'token',
    example: '/v1/periods/2026-Q3/coverage?form=qd766',
  },
  {
    method: 'GET',
    path: '/v1/observations',
    function: 'read',
    access: 'token',
    example: '/v1/observations?unit=82&form=qd766&period=2026-Q3',
  },
  {
    method: 'GET',
    path: '/v1/rollups/{period}',
    function: 'read',
    access: 'token',
    example: '/v1/rollups/2026-Q3?form=qd766&indicator=766.TDGQ',
  },
  {
    method: 'GET',
    path: '/v1/scorecards/{code}/{period}',
    function: 'read',
    access: 'token',
    example: '/v1/scorecards/qd766/2026-Q3',
  },
  { method: 'GET', path: '/v1/meetings', function: 'read', access: 'token', example: '/v1/meetings' },
  {
    method: 'GET',
    path: '/v1/meetings/{id}',
    function: 'read',
    access: 'token',
    example: '/v1/meetings/ubqg-11',
  },
  {
    method: 'GET',
    path: '/v1/meetings/{id}/scorecards/{code}/{period}',
    function: 'read',
    access: 'token',
    example: '/v1/meetings/ubqg-11/scorecards/qd766/2026-Q3',
  },
  {
    method: 'GET',
    path: '/v1/meetings/{id}/coverage/{code}/{period}',
    function: 'read',
    access: 'token',
    example: '/v1/meetings/ubqg-11/coverage/qd766/2026-Q3',
  },
  {
    method: 'GET',
    path: '/v1/meetings/{id}/snapshot',
    function: 'read',
    access: 'token',
    example: '/v1/meetings/ubqg-11/snapshot',
  },
  {
    method: 'GET',
    path: '/v1/lineage',
    function: 'read',
    access: 'token',
    example: '/v1/lineage?unit=82&form=qd766&period=2026-Q3&indicator=766.TDGQ',
  },
  {
    method: 'GET',
    path: '/v1/users',
    function: 'users',
    access: 'token',
    example: '/v1/users?unit=province:82@2025',
  },
  { method: 'POST', path: '/v1/users', function: 'users', access: 'token', example: '/v1/users' },
  {
    method: 'PUT',
    path: '/v1/users/{name}',
    function: 'users',
    access: 'token',
    example: '/v1/users/{name}',
  },
  {
    method: 'DELETE',
    path: '/v1/users/{name}',
    function: 'users',
    access: 'token',
    example: '/v1/users/{name}',
  },
  {
    method: 'GET',
    path: '/v1/users/{name}/history',
    function: 'users',
    access: 'token',
    example: '/v1/users/{name}/history',
  },
  {
    method: 'GET',
    path: '/v1/public/catalog/{kind}',
    function: 'read-public',
    access: 'public',
    example: '/v1/public/catalog/units',
  },
  {
    method: 'GET',
    path: '/v1/public/periods/{period}/coverage',
    function: 'read-public',
    access: 'public',
    example: '/v1/public/periods/2026-Q3/coverage?form=qd766',
  },
  {
    method: 'GET',
    path: '/v1/public/scorecards/{code}/{period}',
    function: 'read-public',
    access: 'public',
    example: '/v1/public/scorecards/qd766/2026-Q3',
  },
  {
    method: 'GET',
    path: '/v1/public/meetings',
    function: 'read-public',
    access: 'public',
    example: '/v1/public/meetings',
  },
  {
    method: 'GET',
    path: '/v1/public/meetings/{id}',
    function: 'read-public',
    access: 'public',
    example: '/v1/public/meetings/ubqg-11',
  },
  {
    method: 'GET',
    path: '/v1/public/meetings/{id}/scorecards/{code}/{period}',
    function: 'read-public',
    access: 'public',
    example: '/v1/public/meetings/ubqg-11/scorecards/qd766/2026-Q3',
  },
  {
    method: 'GET',
    path: '/v1/public/meetings/{id}/coverage/{code}/{period}',
    function: 'read-public',
    access: 'public',
    example: '/v1/public/meetings/ubqg-11/coverage/qd766/2026-Q3',
  },
] as const satisfies readonly Route[];
