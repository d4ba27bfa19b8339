import { emergency, type RequestOf } from '@minsheng/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { newKey } from '../../shell/key.ts';
import type { ActedOn } from '../../ui/many-bar.tsx';
import { staleEmergency } from './emergency.queries.ts';

/** To whom orders are sent together. */
export interface To {
  lead: string | null;
  linkage: readonly string[];
  note: string;
}

/** Few: the orders of a slice are held until all of them are sent, and others work on them. */
const slice = 10;

/** Slice by slice; what stops one stands beside its orders and leaves the others sent. */
export function useSlices(modeId: string, { lead, linkage, note }: To, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (orderIds: string[]) => {
      const results: ActedOn[] = [];
      for (let at = 0; at < orderIds.length; at += slice) {
        const asked = {
          modeId,
          orderIds: orderIds.slice(at, at + slice),
          linkage: linkage.filter((code) => code !== lead),
          note,
          ...(lead === null ? {} : { lead }),
        };
        results.push(...(await sentOf(asked)));
      }
      return results;
    },
    onSuccess: onDone,
    onSettled: () =>
      Promise.all(staleEmergency.map((word) => client.invalidateQueries({ queryKey: [word] }))),
  });
}

/** What was sent to some of the units only is told on the board. */
async function sentOf(asked: RequestOf<typeof emergency.massSend>): Promise<ActedOn[]> {
  try {
    const { rows } = await call(emergency.massSend, asked, { idempotencyKey: newKey() });
    return rows.map(({ orderId, result, why }) => ({
      orderId,
      why: result === 'refused' ? why : null,
    }));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return asked.orderIds.map((orderId) => ({ orderId, why }));
  }
}
