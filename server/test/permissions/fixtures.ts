import { sql } from 'kysely';
import { z } from 'zod';
import { insertCorrection } from '../../src/modules/calendar/corrections.repo.ts';
import { makeLink } from '../../src/modules/identity/index.ts';
import { insert } from '../../src/modules/learning/versions.repo.ts';
import * as orders from '../../src/modules/orders/index.ts';
import * as releaseTexts from '../../src/modules/release/release-texts.repo.ts';
import * as releases from '../../src/modules/release/releases.repo.ts';
import { hear } from '../../src/modules/telephony/index.ts';
import { save } from '../../src/modules/warnings/warnings.repo.ts';
import type { App } from '../../src/platform/app.ts';
import { send } from './ask.ts';
import { makeBrief } from './briefs.ts';
import { bringTo } from './bring-to.ts';
import { makeCampaigns } from './campaigns.ts';
import { makeClues } from './clues.ts';
import { makeMarks } from './conduct.ts';
import { makeEmergency } from './emergency.ts';
import { makeForesight } from './foresight.ts';
import { makeLedgers } from './ledgers.ts';
import { makeLetters } from './letters.ts';
import { makeMedia } from './media.ts';
import { makeMeetings } from './meetings.ts';
import { makeNodes } from './nodes.ts';
import type { Doing, TestOrder } from './objects.ts';
import { type TestPerson, testPassword, units } from './people.ts';
import type { Fixtures } from './probe.ts';
import { makeProblems } from './problems.ts';
import { makeRegulationChange } from './regulations.ts';
import { makeRetention } from './retention.ts';
import { makeReport } from './scorecard.ts';
import { makeTasks } from './tasks.ts';
import { makeVisits } from './visits.ts';

const call = z.object({ id: z.string() });
const entries = z.object({
  rows: z.array(z.object({ code: z.string(), isExpired: z.boolean() })),
});

/** What routes name besides orders. */
export async function makeFixtures(
  app: App,
  doing: Doing,
  people: ReadonlyMap<string, TestPerson>,
  working: TestOrder,
): Promise<Fixtures> {
  const { token = null, accountId = '' } = people.get('agent') ?? {};
  const ring = async () =>
    call.parse((await send(app, 'POST /telephony/demo-call', { body: {} }, token)).body).id;
  const missed = async () => {
    const callId = await ring();
    await doing.system((ctx) => hear(ctx, { type: 'missed', callId, at: ctx.now }));
    return callId;
  };
  const missedCall = await missed();
  const byHand = { params: { callId: await missed() }, body: { driver: 'manual' } };
  const rung = await send(app, 'POST /telephony/missed/:callId/ring-back', byHand, token);
  const agentsRing = call.parse(rung.body).id;
  const [ringingCall, agentsCall] = [await ring(), await ring()];
  // The agent rings somebody already; a switchboard would not let them answer as well.
  await doing.system((ctx) =>
    hear(ctx, { type: 'answered', callId: agentsCall, at: ctx.now, agentId: accountId }),
  );
  const known = entries.parse((await send(app, 'GET /knowledge', {}, token)).body).rows;
  const duty = working.duties.find(({ role }) => role === 'lead');
  const link = await doing.system((ctx) =>
    makeLink(ctx, {
      purpose: 'front-line',
      orderId: working.orderId,
      assignmentId: duty?.id ?? '',
      unitCode: units.bureau,
      minutes: 60,
    }),
  );
  const companion = await bringTo(doing, 'own', 'to-dispatch');
  const another = await bringTo(doing, 'neighbour', 'to-dispatch');
  // By now the machine has learnt from the serious ones that these words are a danger.
  await doing.system((ctx) => orders.change(ctx, companion.orderId, { urgency: 'U3' }));
  return {
    ringingCall,
    agentsCall,
    missedCall,
    agentsRing,
    someAccount: accountId,
    companion,
    problems: await makeProblems(doing, [working.orderId, companion.orderId]),
    link,
    followUp: await onlyFollowUp(doing),
    messageToRequester: await someMessage(doing),
    warning: await someWarning(doing),
    release: await someRelease(doing, { orderId: working.orderId, askedBy: accountId }),
    version: await someVersion(doing),
    rowProposal: await someRowProposal(doing),
    correction: await someCorrection(doing),
    marks: await makeMarks(doing, agentsCall),
    letters: await makeLetters(doing, people),
    visits: await makeVisits(doing, working.orderId),
    tasks: await makeTasks(doing, people),
    meetings: await makeMeetings(doing, people),
    campaigns: await makeCampaigns(doing, [companion.orderId, another.orderId]),
    brief: await makeBrief(doing),
    regulationChange: await makeRegulationChange(doing),
    emergency: await makeEmergency(doing),
    foresight: await makeForesight(doing),
    nodes: await makeNodes(doing),
    ledgers: await makeLedgers(doing, working.orderId),
    media: await makeMedia(doing, another),
    clues: await makeClues(doing, working.orderId),
    report: await makeReport(doing),
    retention: await makeRetention(doing, companion),
    entry: known.find(({ isExpired }) => !isExpired)?.code ?? '',
    readersOf: {
      [units.bureau]: doing.readers('named'),
      [units.neighbour]: doing.readers('secret'),
    },
    password: { login: 'permissions-admin', password: testPassword },
  };
}

/** That of the closed order; the morning of its day has come. */
const onlyFollowUp = (doing: Doing): Promise<string> =>
  doing.system(async (ctx) => {
    const { rows } = await sql<{ id: string }>`
      update call_back.follow_up set is_due = true where city_id = ${ctx.cityId} returning id`.execute(
      ctx.tx,
    );
    return rows[0]?.id ?? '';
  });

/** What a ruling followed three times asks for. */
const someRowProposal = (doing: Doing): Promise<string> =>
  doing.system(async (ctx) => {
    const { rows } = await sql<{ id: string }>`
      insert into dispatch.row_proposal (city_id, id, precedent_id, matter_code, area, lead, basis, proposed_at)
      values (${ctx.cityId}, ${ctx.newId()}, ${ctx.newId()}, '020103', '350626', ${units.bureau}, '示例', ${ctx.now})
      returning id`.execute(ctx.tx);
    return rows[0]?.id ?? '';
  });

/** A day of the calendar that somebody else proposed. */
const someCorrection = (doing: Doing): Promise<string> =>
  doing.system(async (ctx) => {
    const correction = {
      id: ctx.newId(),
      on: '2026-03-05',
      kind: 'off',
      name: '台风停工',
      source: '停工通告(示例)',
      proposedBy: ctx.newId(),
    } as const;
    await insertCorrection(ctx, correction);
    return correction.id;
  });

/** Raised, and nobody has looked at it. */
const someWarning = (doing: Doing): Promise<string> =>
  doing.system(async (ctx) => {
    const id = ctx.newId();
    await save(ctx, {
      id,
      raised_at: ctx.now,
      last_at: ctx.now,
      told_at: ctx.now,
      lead_key: 'matter:010105',
      keys: ['matter:010105'],
      from_at: ctx.now,
      to_at: ctx.now,
      since_at: ctx.now,
      seen: 9,
      expected: 1,
      low: 0,
      high: 3,
      strength: 4,
      words: [],
    });
    return id;
  });

/** One text of one order, read by the machine. */
const someRelease = (
  doing: Doing,
  { orderId, askedBy }: { orderId: string; askedBy: string },
): Promise<string> =>
  doing.system(async (ctx) => {
    const id = ctx.newId();
    const words = { purpose: '核对权限', recipient: '某单位', order_ids: [orderId] };
    await releases.insert(ctx, { id, asked_by: askedBy, ...words });
    const text = { no: 1, line: 1, part: 'title' as const, order_id: orderId, text_no: 1 };
    await releaseTexts.insertTexts(ctx, id, [
      { ...text, length: 4, digest: Buffer.alloc(0), doubt: 0, removals: [] },
    ]);
    await releases.move(ctx, id, { state: 'checking', expires_at: null });
    return id;
  });

/** A candidate that waits for a person. */
const someVersion = (doing: Doing): Promise<string> =>
  doing.system(async (ctx) => {
    const id = ctx.newId();
    await insert(ctx, {
      id,
      kind: 'type',
      state: 'candidate',
      made_at: ctx.now,
      asked_by: null,
      from_seq: 1,
      upto_seq: 1,
      samples: 1,
      labels: 1,
      seconds: 1,
      size: 1,
      bytes: Buffer.alloc(1),
      verdict: 'worse',
      compared: null,
      mix: null,
    });
    return id;
  });

/** As if it had left. */
const someMessage = (doing: Doing): Promise<string> =>
  doing.system(async (ctx) => {
    const { rows } = await sql<{ id: string }>`
      update notices.message set state = 'sent', sent_at = ${ctx.now}
      where city_id = ${ctx.cityId} and unit_code is null and channel = 'sms' returning id`.execute(
      ctx.tx,
    );
    return rows[0]?.id ?? '';
  });
