import type { PreTokenGenerationV2TriggerEvent } from 'aws-lambda';
import * as v from 'valibot';
import { rightsOf } from '../accounts/account.ts';
import { cognitoClaims as names } from '../accounts/claims.ts';
import type { Catalogs } from '../catalog/catalogs.ts';
import { log } from './log.ts';

export type PreTokenParts = {
  /** The event has no time: what is published is read anew. */
  catalogs: Pick<Catalogs, 'current'>;
  /** Whether the user may sign in now, and with a one-time password. */
  standing(poolId: string, userName: string): Promise<{ enabled: boolean; mfa: boolean }>;
};

/** What is read of Cognito's event; version 1 would ignore the answer. */
const Asked = v.object({
  version: v.literal('2'),
  triggerSource: v.pipe(v.string(), v.startsWith('TokenGeneration_')),
  userPoolId: v.pipe(v.string(), v.nonEmpty()),
  userName: v.pipe(v.string(), v.nonEmpty()),
  request: v.object({
    userAttributes: v.record(v.string(), v.string()),
    groupConfiguration: v.object({ groupsToOverride: v.optional(v.nullable(v.array(v.string())), []) }),
  }),
});

/**
 * Before Cognito writes a token: puts in the claims that the API reads. A role is in the token only because
 * it was written here; whatever fails, fails the sign-in, and no token is given.
 */
export function preTokenHandler({ catalogs, standing }: PreTokenParts) {
  return async (event: PreTokenGenerationV2TriggerEvent): Promise<PreTokenGenerationV2TriggerEvent> => {
    try {
      const { userPoolId, userName, triggerSource, request } = v.parse(Asked, event);
      const { userAttributes, groupConfiguration } = request;
      const catalog = await catalogs.current(null);
      const rights = rightsOf(
        {
          unit: userAttributes[names.unit] || null,
          roles: groupConfiguration.groupsToOverride ?? [],
          ...(await standing(userPoolId, userName)),
        },
        catalog,
      );
      const { sub: subject } = userAttributes;
      log('info', 'token-claims', { triggerSource, subject, ...rights });
      return { ...event, response: { claimsAndScopeOverrideDetails: overrides(rights) } };
    } catch (error) {
      log('error', 'fault', { error });
      // Cognito shows this text to whoever signs in.
      throw new Error(
        'Hệ thống chưa thể đăng nhập; hãy thử lại sau. Sign-in is not possible now; try again.',
      );
    }
  };
}

function overrides({ unit, roles, secondFactorMissing }: ReturnType<typeof rightsOf>) {
  return {
    idTokenGeneration: {
      claimsToAddOrOverride: {
        [names.roles]: roles.flatMap((role) => names.roleNames[role] ?? []).join(' '),
        ...(unit === null ? {} : { [names.unit]: unit }),
        ...(secondFactorMissing ? { [names.mfaRequired]: names.roleNames.approver } : {}),
      },
      claimsToSuppress: [
        ...(unit === null ? [names.unit] : []),
        ...(secondFactorMissing ? [] : [names.mfaRequired]),
      ],
    },
    // What else reads groups learns the same.
    groupOverrideDetails: { groupsToOverride: [...roles] },
  };
}
