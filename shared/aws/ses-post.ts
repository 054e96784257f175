import {
  BadRequestException,
  MessageRejected,
  type SESv2Client,
  SendEmailCommand,
} from '@aws-sdk/client-sesv2';
import type { Post } from '../meetings/told.ts';

/** One plain address: nothing by which a header would name a second one. */
const oneAddress = /^[^\s@,;:<>"()[\]\\]{1,64}@[^\s@,;:<>"()[\]\\]{1,255}$/;

/**
 * Sends letters by SES, each to one address. What SES refuses for the address's sake (malformed; not verified while
 * the account is in the sandbox) is `rejected`; throttling is retried by the client.
 * @throws Error where no mail at all can be sent: the sender is not verified, sending is paused
 */
export function sesPost(client: SESv2Client, from: string): Post {
  return async (to, { subject, text, html }) => {
    if (!oneAddress.test(to)) return 'rejected';
    const part = (Data: string) => ({ Data, Charset: 'UTF-8' });
    const Simple = { Subject: part(subject), Body: { Text: part(text), Html: part(html) } };
    try {
      await client.send(
        new SendEmailCommand({
          FromEmailAddress: from,
          Destination: { ToAddresses: [to] },
          Content: { Simple },
        }),
      );
      return 'sent';
    } catch (error) {
      const isRefused = error instanceof MessageRejected || error instanceof BadRequestException;
      // In the sandbox SES names every address that is not verified: ours among them is nobody else's fault.
      if (isRefused && !error.message.includes(from)) return 'rejected';
      throw error;
    }
  };
}
