/** What the portal asks the issuer for: who it is, and nothing that could change an account. */
export const portalScopes = 'openid';
