import type { Carrier } from '../carrier/index.ts';

/** 电子邮件, to units; people of the public leave no address. */
export interface MailPort extends Carrier {
  /** Where a unit reads its mail; null: nowhere. */
  addressOf(unitCode: string): string | null;
}

declare module '../../platform/context.ts' {
  interface Ports {
    mail: MailPort;
  }
}

/** Pretend twin: every unit has an address that leads nowhere (RFC 2606). */
export const pretendMail: MailPort = {
  send: async () => ({ ref: null }),
  addressOf: (unitCode) => `${unitCode}@mail.invalid`,
  asksAgain: true,
  isPretend: true,
};

/** No mail server is set: no unit has an address. */
export const noMail: MailPort = { ...pretendMail, addressOf: () => null };
