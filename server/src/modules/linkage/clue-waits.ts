import { messageOf } from '../exchange/index.ts';
import { centre, waitRules } from '../waits/index.ts';
import { recordsOf } from './records.repo.ts';

/** 线索回执: receipted is over; otherwise the shift lead takes the telephone, then the director hears of it. */
waitRules({
  kind: 'clue-receipt',
  subject: 'order',
  topic: null,
  standing: async (ctx, { id, no }) => {
    const clue = (await recordsOf(ctx, id)).filter(({ act }) => act === 'clue').at(no);
    const message = clue?.message_id ? await messageOf(ctx, clue.message_id) : null;
    return message?.state === 'open' ? 'waiting' : 'over';
  },
  pauses: null,
  moved: null,
  atEnd: { tells: async () => [centre('shift-lead'), centre('director')] },
});
