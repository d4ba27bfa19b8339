/** 推送: one request to an address that somebody outside has named. */
export interface HookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Its pretend twin is a listener in a test. Throws `HookSilent` when there is no answer, or the address may not be asked. */
export interface HookPort {
  send(request: HookRequest): Promise<{ readonly status: number }>;
}

declare module '../../platform/context.ts' {
  interface Ports {
    hook: HookPort;
  }
}

/** `reason` is a word: `private-address`, `timeout`, or the network's own. */
export class HookSilent extends Error {
  override readonly name = 'HookSilent';
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.reason = reason;
  }
}
