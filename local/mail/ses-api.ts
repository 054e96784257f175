import * as v from 'valibot';
import type { Access } from '../access/access.ts';
import type { BusinessClock } from '../clock.ts';
import { AwsError } from '../services/aws-error.ts';
import { arn, region } from '../template/place.ts';
import type { Resources } from '../template/resources.ts';
import type { Outbox } from './outbox.ts';

/** `Tên <ten@example.vn>`, or the address alone. */
const address = /^(?:[^<>]*<)?([^\s<>@,;]+@[^\s<>@,;]+\.[^\s<>@,;]+)>?$/;
const Address = v.pipe(v.string(), v.maxLength(320), v.regex(address, 'not an address'));
const Addresses = v.optional(v.array(Address), []);
const Part = v.object({ Data: v.string(), Charset: v.optional(v.string()) });
const Header = v.object({
  Name: v.pipe(v.string(), v.maxLength(126)),
  Value: v.pipe(v.string(), v.maxLength(870)),
});

/** SendEmail of the SES API v2, with the simple content that this service sends. */
const SendEmail = v.object({
  FromEmailAddress: Address,
  Destination: v.object({ ToAddresses: Addresses, CcAddresses: Addresses, BccAddresses: Addresses }),
  ReplyToAddresses: Addresses,
  Content: v.object({
    Simple: v.object({
      Subject: Part,
      Body: v.object({ Text: v.optional(Part), Html: v.optional(Part) }),
      Headers: v.optional(v.pipe(v.array(Header), v.maxLength(15)), []),
    }),
  }),
  ConfigurationSetName: v.optional(v.string()),
  EmailTags: v.optional(v.array(v.object({ Name: v.string(), Value: v.string() }))),
});

export type SesPlace = { resources: Resources; access: Access; outbox: Outbox; clock: BusinessClock };

/** "Up to 50 recipients" (quotas of SES). */
const recipientLimit = 50;
const invalid = (message: string) => new AwsError(400, 'BadRequestException', message);

/**
 * Sends a mail, which here means keeping it in the outbox.
 * @throws AwsError as SES would refuse it: BadRequestException, AccessDeniedException, MessageRejected
 */
export function sendEmail(accessKeyId: string, body: unknown, place: SesPlace): { MessageId: string } {
  const parsed = v.safeParse(SendEmail, body);
  if (!parsed.success)
    throw invalid(parsed.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`).join('; '));
  const {
    FromEmailAddress: from,
    Destination,
    ReplyToAddresses,
    Content,
    ConfigurationSetName,
  } = parsed.output;
  const bare = addressIn(from);
  const identity = identityOf(bare, place.resources);
  const context = { 'ses:fromaddress': bare };
  const resource = arn('ses', `identity/${identity ?? bare}`);
  const denial = place.access.judge(accessKeyId, 'ses:SendEmail', resource, context);
  if (denial !== undefined) throw new AwsError(403, 'AccessDeniedException', denial);
  if (identity === undefined) {
    const where = region.toUpperCase();
    const why = `The following identities failed the check in region ${where}: ${bare}`;
    throw new AwsError(400, 'MessageRejected', `Email address is not verified. ${why}`);
  }
  // No template of ours has one; SES names what it does not find.
  if (ConfigurationSetName !== undefined)
    throw new AwsError(404, 'NotFoundException', `Configuration set ${ConfigurationSetName} does not exist.`);
  const { ToAddresses: to, CcAddresses: cc, BccAddresses: bcc } = Destination;
  const recipients = to.length + cc.length + bcc.length;
  if (recipients === 0) throw invalid('Missing required destination.');
  if (recipients > recipientLimit) throw invalid(`Recipient count exceeds ${recipientLimit}.`);
  const { Subject, Body, Headers: headers } = Content.Simple;
  if (!Body.Text && !Body.Html) throw invalid('Empty body: Text or Html is required.');
  const [text, html] = [Body.Text?.Data ?? '', Body.Html?.Data ?? ''];
  const about = { at: place.clock.now(), from, to, cc, bcc, replyTo: ReplyToAddresses };
  return { MessageId: place.outbox.put({ ...about, subject: Subject.Data, text, html, headers }).id };
}

/** The identity that an address is of: itself, or else its domain or one above it. */
function identityOf(bare: string, resources: Resources): string | undefined {
  const known = resources.list('AWS::SES::EmailIdentity').map(({ physicalId }) => physicalId);
  if (known.includes(bare)) return bare;
  const domain = bare.slice(bare.indexOf('@') + 1);
  return known.find((one) => domain === one || domain.endsWith(`.${one}`));
}

function addressIn(text: string): string {
  return address.exec(text)?.[1] ?? text;
}
