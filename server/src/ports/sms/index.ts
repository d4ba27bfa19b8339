import type { Carrier } from '../carrier/index.ts';
import type { ReceiptSettings } from '../carrier/settings.ts';

/** 上行短信: what somebody wrote back to the hotline's number. */
export interface IncomingSms {
  readonly from: string;
  readonly text: string;
  readonly at: Date;
}

/** 短信. A real driver hands what comes in to `hearSms` of call-back, from its own webhook or its own asking. */
export interface SmsPort extends Carrier {
  /** Who holds the pretend telephones; null where messages really leave. Pages that show its messages say so. */
  readonly twin: SmsTwin | null;
  /** How the carrier says later what became of a message; null: it does not. */
  readonly receipts: ReceiptSettings | null;
}

export interface SmsTwin {
  /** The person a message went to writes back. */
  answer(sent: { readonly to: string }, text: string, at: Date): IncomingSms;
}

declare module '../../platform/context.ts' {
  interface Ports {
    sms: SmsPort;
  }
}

/** Pretend twin: takes everything, sends nothing. What was "sent" stands in notices.message. */
export const pretendSms: SmsPort = {
  send: async () => ({ ref: null }),
  asksAgain: true,
  isPretend: true,
  receipts: null,
  twin: { answer: ({ to }, text, at) => ({ from: to, text, at }) },
};
