import {
  type AppealType,
  type AskedLevel,
  type AssignmentRole,
  type AssignmentState,
  appealTypeLabel,
  assignmentRoleLabel,
  assignmentStateLabel,
  type OrderStatus,
  orderStatusLabel,
  type SecrecyLevel,
  secrecyLabel,
  type Urgency,
  urgencyLabel,
} from '@minsheng/contract';
import { uiText } from './text.ts';

type Tone = 'plain' | 'busy' | 'wait' | 'good' | 'alarm' | 'strong';

function Chip({ tone, children }: { tone: Tone; children: React.ReactNode }) {
  return <span className={`chip chip-${tone}`}>{children}</span>;
}

const statusTone: Record<OrderStatus, Tone> = {
  'to-accept': 'wait',
  'in-transfer': 'wait',
  'to-dispatch': 'wait',
  'in-progress': 'busy',
  'in-dispute': 'wait',
  'need-info': 'wait',
  suspended: 'wait',
  parked: 'plain',
  merged: 'busy',
  'reply-review': 'busy',
  'call-back': 'busy',
  closed: 'good',
  archived: 'plain',
  answered: 'good',
  disposed: 'plain',
  transferred: 'plain',
  withdrawn: 'plain',
};

const stateTone: Record<AssignmentState, Tone> = {
  sent: 'wait',
  signed: 'busy',
  contacted: 'busy',
  delegated: 'busy',
  'to-sign-off': 'wait',
  'return-to-sign': 'wait',
  'return-asked': 'wait',
  parked: 'plain',
  submitted: 'good',
  done: 'good',
  revoked: 'plain',
  returned: 'plain',
};

const urgencyTone: Record<Urgency, Tone> = { U1: 'alarm', U2: 'strong', U3: 'plain', U4: 'plain' };

export function StatusTag({ status }: { status: OrderStatus }) {
  return <Chip tone={statusTone[status]}>{orderStatusLabel[status]}</Chip>;
}

export function StateTag({ state }: { state: AssignmentState }) {
  return <Chip tone={stateTone[state]}>{assignmentStateLabel[state]}</Chip>;
}

/** 紧急程度: only what is out of the ordinary draws the eye. */
export function UrgencyTag({ urgency }: { urgency: Urgency }) {
  return <Chip tone={urgencyTone[urgency]}>{urgencyLabel[urgency]}</Chip>;
}

export function TypeTag({ type }: { type: AppealType }) {
  return <Chip tone="plain">{appealTypeLabel[type]}</Chip>;
}

export function RoleTag({ role }: { role: AssignmentRole }) {
  return <Chip tone={role === 'lead' ? 'busy' : 'plain'}>{assignmentRoleLabel[role]}</Chip>;
}

export function SecrecyTag({ secrecy }: { secrecy: SecrecyLevel }) {
  if (secrecy === 0) return null;
  return <Chip tone="strong">{secrecyLabel[secrecy]}</Chip>;
}

/** 督办: what a unit must not overlook. */
export function SupervisedTag({ level }: { level: AskedLevel | null }) {
  if (level === null) return null;
  return <Chip tone={level === 'S1' ? 'strong' : 'alarm'}>{uiText.supervised(level)}</Chip>;
}

/** 自动派单: no person chose the unit. */
export function AutoSentTag({ isAutoSent }: { isAutoSent: boolean }) {
  if (!isAutoSent) return null;
  return <Chip tone="busy">{uiText.autoSent}</Chip>;
}
