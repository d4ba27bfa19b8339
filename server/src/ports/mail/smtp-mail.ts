import { readFileSync } from 'node:fs';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { neverReached } from '../carrier/answers.ts';
import { CarrierRefuses, CarrierSilent, type Sending } from '../carrier/index.ts';
import type { MailSettings } from '../carrier/settings.ts';
import type { MailPort } from './index.ts';

const milliseconds = 8000;

/** SMTP (RFC 5321): a connection a message; the first line is the subject. */
export function smtpMail(settings: MailSettings): MailPort {
  const { host, port, tls, caFile, user, password, from, to } = settings;
  const transport = createTransport({
    host,
    port,
    secure: tls === 'implicit',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    ...(caFile ? { tls: { ca: readFileSync(caFile) } } : {}),
    ...(user !== null && password !== null ? { auth: { user, pass: password } } : {}),
    connectionTimeout: milliseconds,
    greetingTimeout: milliseconds,
    socketTimeout: milliseconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ key, to: address, text, signal }: Sending) => {
      const [subject = ''] = text.split(/[。\n]/);
      const messageId = `<${key}@${from.split('@').at(-1)}>`;
      await transport
        .sendMail({ from, to: address, subject, text, messageId, signal })
        .catch(translate);
      return { ref: null };
    },
    addressOf: (unitCode) => to[unitCode] ?? null,
    // The same Message-ID, but nothing obliges a server to look at it.
    asksAgain: false,
    isPretend: false,
  };
}

const told = z.object({
  code: z.string().optional(),
  originalCode: z.string().optional(),
  timeoutType: z.string().optional(),
  responseCode: z.number().int().optional(),
});

const neverBegun = ['EDNS', 'ETLS', 'CONNECT_TIMEOUT', 'GREETING_TIMEOUT'];

/** 4xx passes, 5xx is for good (RFC 5321, 4.2.1); a no to our name is for whoever keeps the settings, not of this message. */
function translate(error: unknown): never {
  const {
    code = 'unknown',
    originalCode,
    timeoutType,
    responseCode,
  } = told.safeParse(error).data ?? {};
  if (code === 'EAUTH') throw new CarrierRefuses('sign-in', false);
  if (responseCode !== undefined && responseCode >= 400)
    throw new CarrierRefuses(`smtp-${responseCode}`, responseCode >= 500);
  const word = originalCode ?? timeoutType ?? code;
  // Once there was a conversation, whoever hangs up may have the letter.
  throw new CarrierSilent(word, !(neverReached(word) || neverBegun.includes(timeoutType ?? code)));
}
