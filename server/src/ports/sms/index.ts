/** 短信. */
export interface SmsPort {
  /** Answers when the carrier took it; throws when it did not, and the job tries again. */
  send(to: string, text: string): Promise<void>;
  /** A pretend twin sends nothing; pages that show its messages say so. */
  readonly isPretend: boolean;
}

declare module '../../platform/context.ts' {
  interface Ports {
    sms: SmsPort;
  }
}

/** Pretend twin: takes everything, sends nothing. What was "sent" stands in notices.message. */
export const pretendSms: SmsPort = { send: async () => {}, isPretend: true };
