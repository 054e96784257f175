/** An error of the Cognito API; the name is what the SDK makes an exception of. */
export class CognitoError extends Error {
  override readonly name: string;

  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

export const userNotFound = () => new CognitoError('UserNotFoundException', 'User does not exist.');
export const invalid = (message: string) => new CognitoError('InvalidParameterException', message);
