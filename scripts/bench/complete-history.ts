import type { EventType } from '@minsheng/contract/words/events.ts';
import { type StoredEvent, seal } from '../../server/src/platform/chain.ts';
import type { Json } from '../../server/src/platform/json.ts';
import { type At, cityId, type Ids, type Row, unit } from './complete-rows.ts';

type Happened = readonly [EventType, number, Readonly<Record<string, Json>>];

/** What happened, sealed as the program seals it: the chain of a loaded order verifies. */
export function eventRows(ids: Ids, matter: string, at: At): Row[] {
  const duty = { assignment: ids.duty, unit: unit.code, path: unit.path, role: 'lead' };
  const history: readonly Happened[] = [
    ['intake.accepted', 0, { from: null, to: 'to-dispatch', issueId: ids.issue, matter }],
    ['dispatch.assigned', 1, { ...duty, dutyFrom: null, dutyTo: 'sent' }],
    ['dispatch.sent', 1, { from: 'to-dispatch', to: 'in-progress', lead: unit.code }],
    ['handling.signed', 3, { ...duty, dutyFrom: 'sent', dutyTo: 'signed' }],
    ['handling.contacted', 5, { ...duty, dutyFrom: 'signed', dutyTo: 'contacted' }],
    ['handling.handed-in', 40, { ...duty, dutyFrom: 'contacted', dutyTo: 'submitted' }],
    ['handling.submitted', 40, { from: 'in-progress', to: 'reply-review', lead: unit.code }],
    ['handling.done', 45, { ...duty, dutyFrom: 'submitted', dutyTo: 'done' }],
    ['handling.reply-approved', 45, { from: 'reply-review', to: 'call-back' }],
    ['call-back.attempted', 50, { reached: true, solved: 'solved' }],
    ['call-back.closed', 50, { from: 'call-back', to: 'closed', kind: 'solved' }],
    ['orders.archived', 50 + 720, { from: 'closed', to: 'archived' }],
  ];
  let before: StoredEvent | null = null;
  return history.map(([type, hours, data], no) => {
    const event: StoredEvent = seal(
      {
        kind: 'order',
        id: ids.order,
        seq: no + 1,
        at: at(hours),
        type,
        actorKind: 'system',
        actorId: null,
        unitCode: null,
        data,
      },
      before?.hash ?? null,
    );
    before = event;
    return eventRow(event);
  });
}

const eventRow = (event: StoredEvent): Row => ({
  city_id: cityId,
  subject_id: event.id,
  seq: event.seq,
  subject_kind: event.kind,
  at: event.at,
  type: event.type,
  actor_kind: event.actorKind,
  actor_id: event.actorId,
  unit_code: event.unitCode,
  data: event.data,
  prev_hash: event.prevHash ? `\\x${event.prevHash.toString('hex')}` : null,
  hash: `\\x${event.hash.toString('hex')}`,
});
