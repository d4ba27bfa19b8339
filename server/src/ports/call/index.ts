/** 电话叫应: rings a number and reads a text. */
export interface CallPort {
  ring(to: string, text: string): Promise<void>;
  readonly isPretend: boolean;
}

declare module '../../platform/context.ts' {
  interface Ports {
    call: CallPort;
  }
}

/** Pretend twin: rings nobody. */
export const pretendCall: CallPort = { ring: async () => {}, isPretend: true };
