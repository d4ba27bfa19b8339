import type {
  AssignmentRole,
  AssignmentState,
  UnitKind,
} from '@minsheng/contract/words/assignment.ts';
import type { Urgency } from '@minsheng/contract/words/order.ts';
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { DB } from '../../platform/db.types.gen.ts';

type Row = Selectable<DB['dispatch.assignment']>;

/** 承办任务 as a row, with the closed words of its columns said. */
export interface Assignment extends Omit<Row, 'role' | 'state' | 'unit_kind' | 'urgency'> {
  role: AssignmentRole;
  state: AssignmentState;
  unit_kind: UnitKind;
  urgency: Urgency;
}

export type NewAssignment = Insertable<DB['dispatch.assignment']>;
export type AssignmentChange = Omit<
  Updateable<DB['dispatch.assignment']>,
  'city_id' | 'order_id' | 'id' | 'state'
>;
