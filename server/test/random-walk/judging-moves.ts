import { askContest, takeFurther } from '../../src/modules/call-back/ask-contest.ts';
import { contestsOf } from '../../src/modules/call-back/contests.repo.ts';
import { answerFalse, reportFalse } from '../../src/modules/call-back/report-false.ts';
import { ruleOnContest } from '../../src/modules/call-back/rule-on-contest.ts';
import { ruleOnFalse } from '../../src/modules/call-back/rule-on-false.ts';
import { keepFile } from '../../src/modules/files/index.ts';
import { askVisit, cancelVisit } from '../../src/modules/visits/ask-visit.ts';
import { finishVisit } from '../../src/modules/visits/finish-visit.ts';
import { addVisitPhoto, beginVisit } from '../../src/modules/visits/go-there.ts';
import { type Visit, visitsOf } from '../../src/modules/visits/index.ts';
import { reportFromVisit } from '../../src/modules/visits/report-from-visit.ts';
import type { Doer } from '../../src/platform/testing/in-city.ts';
import { dayOf } from '../../src/platform/zone.ts';
import { NothingToDo } from './unit-moves.ts';
import { pickFrom, type Walk } from './walk.ts';

const words = '试走一步的说明';
/** One grey dot. */
const dot = {
  name: '现场.png',
  declaredType: 'image/png',
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  ),
  purpose: 'evidence',
  takenAt: null,
  point: null,
} as const;

const photoBy = async (who: Doer): Promise<string> => (await who.do(keepFile, dot)).file.id;

/** The lead whose answer stands, and somebody of its unit. */
async function answerer(walk: Walk): Promise<Doer> {
  const { duties } = await walk.standing();
  const duty = duties.findLast(({ role, state }) => role === 'lead' && state === 'done');
  if (!duty) throw new NothingToDo();
  return walk.holder(duty, 'liaison');
}

/** 核查人: of the centre, who may judge as well, or of a bureau that holds no duty. */
const visitorOf = ({ kit }: Walk, unitCode: string): Doer =>
  unitCode === '350600.zx'
    ? kit.as('reviewer')
    : kit.as('liaison', { unitCode, unitPath: `350600/${unitCode}` });

async function visitIn(
  { kit, orderId }: Walk,
  pick: number,
  ...states: readonly Visit['state'][]
): Promise<Visit> {
  const all = await visitsOf(kit.ctx, { kind: 'order', id: orderId });
  const one = pickFrom(
    all.filter(({ state }) => states.includes(state)),
    pick,
  );
  if (!one) throw new NothingToDo();
  return one;
}

/** 评价申诉、虚假办结、现场核查: what is judged of an answer after it was given. */
export const judgingMoves = {
  'ask-contest': async (walk: Walk, pick: number) => {
    const who = await answerer(walk);
    const code = pickFrom(['X3', 'X5', 'X6', 'X9'] as const, pick) ?? 'X3';
    const fileIds = [await photoBy(who)];
    return who.do(askContest, { orderId: walk.orderId, code, words, fileIds });
  },
  'contest-further': async (walk: Walk) =>
    (await answerer(walk)).do(takeFurther, { orderId: walk.orderId }),
  'rule-contest': async (walk: Walk, pick: number) => {
    const open = (await contestsOf(walk.kit.ctx, walk.orderId)).find(
      ({ state }) => state === 'asked',
    );
    const ruling = { orderId: walk.orderId, upheld: pick % 2 === 0, words };
    if (open?.level !== 'county' || pick % 5 === 0)
      return walk.centre(pick % 3 === 0 ? 'reviewer' : 'director').do(ruleOnContest, ruling);
    const county = { unitCode: '350626', unitPath: '350600/350626', areaCode: '350626000000' };
    return walk.kit.as('county-dispatcher', county).do(ruleOnContest, ruling);
  },
  'report-false': async ({ centre, orderId }: Walk, pick: number) => {
    const isSeen = pick % 2 === 0;
    const who = centre(isSeen ? 'reviewer' : 'call-back-agent');
    return who.do(reportFalse, {
      orderId,
      foundHow: isSeen ? 'site-check' : 'call-back',
      found: words,
      fileIds: isSeen ? [await photoBy(who)] : [],
    });
  },
  'answer-false': async (walk: Walk) =>
    (await answerer(walk)).do(answerFalse, { orderId: walk.orderId, words }),
  'rule-false': ({ centre, orderId }: Walk, pick: number) =>
    centre('director').do(ruleOnFalse, { orderId, confirmed: pick % 2 === 0, words }),
  'ask-visit': ({ centre, orderId, kit }: Walk, pick: number) =>
    centre('reviewer').do(askVisit, {
      purpose: 'answer-check',
      concern: { kind: 'order', id: orderId },
      checklist: 'general',
      visitorUnit: pick % 3 === 0 ? '350600.zx' : '350600.fgw',
      place: '示例路口',
      what: words,
      visitBy: dayOf(kit.clock.now().getTime(), kit.ctx.city.zone),
    }),
  'make-visit': async (walk: Walk, pick: number) => {
    const { id: visitId, visitor_unit } = await visitIn(walk, pick, 'asked', 'under-way');
    const who = visitorOf(walk, visitor_unit);
    const seenAt = walk.kit.clock.now().toISOString();
    await who.do(beginVisit, { visitId, seenAt });
    if (pick % 4 === 0) return;
    const clientId = walk.kit.ctx.newId();
    const photo = { visitId, clientId, fileId: await photoBy(who), takenAt: seenAt };
    await who.do(addVisitPhoto, { ...photo, itemCode: 'scene' });
    const answerIsFalse = pick % 3 !== 0;
    const ticks = [
      { code: 'still-there', value: answerIsFalse, note: '', seenAt },
      { code: 'as-answered', value: !answerIsFalse, note: '', seenAt },
      { code: 'seen', value: words, note: '', seenAt },
    ];
    const outcome = answerIsFalse ? ('not-fixed' as const) : ('fixed' as const);
    const found = { visitId, clientId, seenAt, ticks, outcome, findings: words, answerIsFalse };
    return who.do(finishVisit, { ...found, photos: 1 });
  },
  'report-from-visit': async (walk: Walk, pick: number) => {
    const { id } = await visitIn(walk, pick, 'done');
    return walk.centre('shift-lead').do(reportFromVisit, { visitId: id });
  },
  'cancel-visit': async (walk: Walk, pick: number) => {
    const { id } = await visitIn(walk, pick, 'asked', 'under-way');
    return walk.centre('reviewer').do(cancelVisit, { visitId: id, reason: words });
  },
} as const;
