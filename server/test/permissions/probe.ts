import type { Assignment } from '../../src/modules/dispatch/index.ts';
import type { Stage, TestOrder } from './objects.ts';
import type { TestPerson } from './people.ts';

/** What a route is tried on: one person, one order of a kind at the right stage, and what stands beside it. */
export interface About {
  readonly person: TestPerson;
  readonly order: TestOrder;
  readonly fixtures: Fixtures;
}

/** One letter at each stage, all to the county department. */
export interface Letters {
  /** Drafted by the account of role dispatcher. */
  readonly draft: string;
  readonly approved: string;
  readonly unsigned: string;
  readonly toAnswer: string;
  readonly toReview: string;
}

/** Visits of the county department. */
export interface Visits {
  readonly asked: string;
  /** Done, with a false answer found that is registered already. */
  readonly toReport: string;
}

/** One task at each stage, all for the county department, given by the account of role dispatcher. */
export interface Tasks {
  readonly given: string;
  readonly accepted: string;
  readonly claimed: string;
  /** More time is asked for. */
  readonly asking: string;
}

/** One meeting at each stage, of the county department alone; its minutes written by the account of role dispatcher. */
export interface Meetings {
  readonly planned: string;
  readonly held: string;
  readonly written: string;
  readonly minuted: string;
}

/** Of three numbers, each with a measure against abuse. */
export interface Marks {
  readonly asked: string;
  readonly inForce: string;
  readonly inReview: string;
}

/** A run that is done, and what it found. */
export interface FoundProblems {
  readonly runId: string;
  /** Two orders, nobody has looked at it. */
  readonly open: string;
  readonly dismissed: string;
  readonly orderId: string;
}

/** One that runs, and help that somebody else asked for in it. */
export interface Campaigns {
  readonly campaignId: string;
  readonly snapshotId: string;
  readonly entryId: string;
  readonly otherId: string;
  readonly memberId: string;
  readonly textId: string;
  readonly measureId: string;
  readonly orderIds: readonly string[];
}

/** A warning and a forecast that wait for a person, a forecast whose period is over, and notices. */
export interface Foresight {
  readonly signal: string;
  readonly draft: string;
  readonly over: string;
  readonly telling: { readonly waiting: string; readonly approved: string };
}

export interface Emergency {
  readonly mode: string;
  readonly guest: string;
}

/** A key date, and in it a found object and a watched one. */
export interface Nodes {
  readonly node: string;
  readonly candidate: string;
  readonly watch: string;
}

/** A ledger with one site of the county department, and an order that is still open. */
export interface Ledgers {
  readonly ledger: string;
  readonly site: string;
  readonly orderId: string;
}

/** A tip without an end, a piece nobody has signed, an answering day with one call. */
export interface MediaDesk {
  readonly tipId: string;
  readonly pieceId: string;
  readonly dayId: string;
  readonly orderId: string;
}

/** One violation clue at each stage, handed to the county department; the closed ones were told of by one order. */
export interface Clues {
  readonly draft: string;
  readonly other: string;
  readonly signed: string;
  readonly sent: string;
  readonly accepted: string;
  readonly checkId: string;
  readonly closed: string;
  /** Closed; a feedback waits to be approved. */
  readonly told: string;
  readonly subjectId: string;
  readonly contestId: string;
  readonly orderId: string;
}

/** A hold, and a list before each of its signatures. */
export interface Retention {
  readonly hold: string;
  readonly proposed: string;
  readonly signed: string;
}

export interface Fixtures {
  readonly retention: Retention;
  readonly media: MediaDesk;
  readonly campaigns: Campaigns;
  readonly brief: string;
  readonly regulationChange: string;
  readonly ledgers: Ledgers;
  readonly clues: Clues;
  readonly emergency: Emergency;
  readonly foresight: Foresight;
  readonly nodes: Nodes;
  /** Rings; nobody took it yet. */
  readonly ringingCall: string;
  /** Taken by the account of role agent. */
  readonly agentsCall: string;
  /** Rang, and nobody answered. */
  readonly missedCall: string;
  /** Being dialled by hand by the account of role agent. */
  readonly agentsRing: string;
  readonly someAccount: string;
  /** Another order that waits for dispatch. */
  readonly companion: TestOrder;
  readonly link: { readonly token: string; readonly code: string };
  readonly followUp: string;
  readonly messageToRequester: string;
  /** Nobody has looked at it yet. */
  readonly warning: string;
  /** To be checked; asked for by the account of role agent. */
  readonly release: string;
  /** Kept, and not in use. */
  readonly version: string;
  /** Undecided. */
  readonly rowProposal: string;
  readonly correction: string;
  readonly marks: Marks;
  readonly letters: Letters;
  readonly visits: Visits;
  readonly tasks: Tasks;
  readonly meetings: Meetings;
  /** Frozen, of all units. */
  readonly report: string;
  readonly problems: FoundProblems;
  /** A knowledge entry that has not expired. */
  readonly entry: string;
  /** Who may be named in a unit, by its code. */
  readonly readersOf: Readonly<Record<string, readonly string[]>>;
  readonly password: { readonly login: string; readonly password: string };
}

export interface Request {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** A small photo in a form, instead of JSON. */
  readonly upload?: true;
}

/** A well-formed request to one route. Lists also say how to tell whether the object is among what they show. */
export interface Probe {
  readonly stage?: Stage;
  request(about: About): Request;
  shows?(body: unknown, about: About): boolean | Promise<boolean>;
}

export type Probes = Readonly<Record<string, Probe>>;

export const nothing: Probe = { request: () => ({}) };

/** A GET or POST that names nothing but the order. */
export const onOrder = (stage: Stage, body?: unknown): Probe => ({
  stage,
  request: ({ order }) => ({ params: { orderId: order.orderId }, body }),
});

const noDuty = '00000000-0000-7000-8000-000000000000';

/** The duty of the person's own unit; where it holds none, the lead's. */
export function dutyOf({ person, order }: About): Pick<Assignment, 'id'> {
  const own = order.duties.find(({ unit_code }) => unit_code === person.unitCode);
  return own ?? order.duties.find(({ role }) => role === 'lead') ?? { id: noDuty };
}

export const onDuty = (stage: Stage, body?: unknown): Probe => ({
  stage,
  request: (about) => ({
    params: { orderId: about.order.orderId, assignmentId: dutyOf(about).id },
    body,
  }),
});

/** Is the object's id or number anywhere in what was shown? */
export const namesOrder = (body: unknown, { order }: About): boolean => {
  const text = JSON.stringify(body);
  return text.includes(order.orderId) || text.includes(order.orderNo);
};
