/** What the portal asks the issuer for: who it is, and nothing that could change an account. */
export const portalScopes = 'openid';
/** What it asks for when somebody sets up a second factor, and then only: what they may do to their own account at Cognito. */
export const factorScopes = 'openid aws.cognito.signin.user.admin';
