import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { loopback, safeAddress } from '../../platform/safe-address.ts';

const mobile = z.string().regex(/^\d{5,20}$/);
const unit = z.string().regex(/^\d{6,12}(\.[a-z0-9-]+)?$/);
const secret = z.string().min(16);

/** 短信网关 over HTTP. `{to}`, `{text}` and `{key}` are filled in wherever they stand in the body. */
const sms = z.strictObject({
  url: safeAddress('https:', 'http:'),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.record(z.string(), z.json()),
  form: z.boolean().default(false),
  /** Where the answer says whether it was taken, and by which words; other words are a no. */
  taken: z.strictObject({ field: z.string(), words: z.array(z.string()).min(1) }),
  /** Words of a no that passes: too many, busy. */
  busy: z.array(z.string()).default([]),
  /** Where the answer says the carrier's own number of the message. */
  ref: z.string().nullable().default(null),
  /** The carrier knows keys: the same one twice makes one message. */
  knowsKeys: z.boolean().default(false),
  receipts: z
    .strictObject({
      secret,
      /** Where the reports stand; null: the body is one report. */
      list: z.string().nullable().default(null),
      /** Our key, or the carrier's own number. */
      by: z.enum(['key', 'ref']),
      field: z.string(),
      status: z.string(),
      delivered: z.array(z.string()).min(1),
      failed: z.array(z.string()).min(1),
    })
    .nullable()
    .default(null),
});

const mail = z
  .strictObject({
    host: z.string().min(1),
    port: z.int().min(1).max(65535),
    /** `none`: in clear, for a test's own program on this machine. */
    tls: z.enum(['implicit', 'starttls', 'none']),
    /** PEM file of the authority that signed the server's certificate. Null: those the system knows. */
    caFile: z.string().nullable().default(null),
    user: z.string().nullable().default(null),
    password: z.string().nullable().default(null),
    from: z.email(),
    /** Whom a unit reads its mail at. */
    to: z.record(unit, z.email()),
  })
  .refine(({ tls, host }) => tls !== 'none' || loopback.test(host), {
    error: '不加密只限本机测试。Only in clear on this machine.',
  });

const robot = z.strictObject({
  kind: z.enum(['wecom', 'dingtalk']),
  url: safeAddress('https:', 'http:'),
  /** 加签, of DingTalk. */
  secret: z.string().min(1).nullable().default(null),
});

const settings = z.strictObject({
  sms: sms.nullable().default(null),
  mail: mail.nullable().default(null),
  /** 群机器人 of a unit. */
  robots: z.record(unit, robot).default({}),
  /** 值班电话 of a unit by position; a post that stands in no list has none. */
  duty: z.record(unit, z.array(mobile).min(1)).default({}),
});

export type CarrierSettings = z.output<typeof settings>;
export type SmsSettings = z.output<typeof sms>;
export type ReceiptSettings = NonNullable<SmsSettings['receipts']>;
export type MailSettings = z.output<typeof mail>;
export type RobotSettings = z.output<typeof robot>;

/** Read once, at start-up. A wrong file stops the start and is named, without what stands in it. */
export function readCarrierSettings(path: string): CarrierSettings {
  const parsed = settings.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(
    ({ path: where, message }) => `  ${where.join('.')}: ${message}`,
  );
  throw new Error(`通知设置(${path})有误。The settings of notices are wrong:\n${lines.join('\n')}`);
}
