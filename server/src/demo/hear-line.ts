import type { Said } from '@minsheng/contract/public/exchange.ts';
import { applyLine } from '../modules/exchange/apply-message.ts';
import { takeMessage } from '../modules/exchange/take-message.ts';
import { systemActor } from '../platform/actor.ts';
import { line, otherLine } from './other-line.ts';
import type { World } from './world.ts';

export interface Spoken {
  readonly said: Said;
  readonly seq: number;
  /** Their number of the case, and ours once it is known. */
  readonly sender: string;
  readonly receiver: string | null;
}

/** 来件: taken and applied as a message over the wire is. */
export async function hearLine(
  { do: act, runtime }: World,
  { said, seq, sender, receiver }: Spoken,
): Promise<void> {
  const taken = await act(
    systemActor,
    async (ctx) => {
      const envelope = {
        ...{ version: '1', id: ctx.newId(), kind: said.kind, seq, at: ctx.now.toISOString() },
        ...{ case: { sender, receiver }, via: [otherLine.code], body: said.body, attachments: [] },
      };
      return takeMessage(ctx, await line(ctx), Buffer.from(JSON.stringify(envelope)));
    },
    null,
  );
  await applyLine(runtime, { peer: otherLine.code, theirNo: taken.theirNo });
}
