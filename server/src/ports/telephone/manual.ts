import type { Incoming, TelephonePort } from './telephone.ts';

export type ManualTelephone = TelephonePort<Incoming & { readonly agentId: string }>;

/** 话机手录: the agent holds a desk telephone we know nothing of, and types the number; the call is answered as it begins. */
export const manualTelephone: ManualTelephone = {
  driver: 'manual',
  capabilities: { rings: false, speaks: false, dials: false, counts: false },
  begin: ({ callId, at, number, dialledLine, agentId }) => [
    { type: 'offered', callId, at, driver: 'manual', number, dialledLine },
    { type: 'answered', callId, at, agentId },
  ],
  // What becomes of it the agent hears in the receiver, and says.
  dial: (call) => [{ type: 'dialled', driver: 'manual', ...call }],
  putThrough: (leg) => [{ type: 'put-through', ...leg }],
};
