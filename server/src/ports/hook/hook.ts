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

export { OutwardSilent as HookSilent } from '../outward/index.ts';
