import * as v from 'valibot';

/**
 * Which claims of a token say who somebody is. Another OIDC issuer calls them otherwise, and its roles too:
 * the deployer's settings say how (`oidc` in infra/settings.ts), the functions get it as one variable, CLAIMS, and
 * the portal in its `/config.json`.
 */
export const ClaimNamesSchema = v.strictObject({
  subject: claim(),
  /** Holds a unit's identity through time (`province:82@2025`), never a code. */
  unit: claim(),
  roles: claim(),
  /** The roles that were withheld for want of a second factor; absent otherwise. */
  mfaRequired: claim(),
  /** What the issuer calls each role. */
  roleNames: v.strictObject({
    reporter: claim(),
    approver: claim(),
    /** Left out: with this issuer nobody is a member. */
    member: v.optional(claim()),
    analyst: claim(),
    secretariat: claim(),
  }),
});
export type ClaimNames = v.InferOutput<typeof ClaimNamesSchema>;

function claim() {
  return v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,128}$/, 'a name without spaces'));
}
