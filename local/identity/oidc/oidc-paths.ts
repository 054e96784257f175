/** Where the issuer of this machine answers, as the domain of the user pool does in AWS. */
export const oidcPaths = {
  authorize: '/_local/authorize',
  token: '/_local/oauth2/token',
  revoke: '/_local/oauth2/revoke',
  logout: '/_local/logout',
} as const;
