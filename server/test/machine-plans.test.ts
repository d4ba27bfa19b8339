import { judgedHits } from '@minsheng/contract/words/learning.ts';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { unjudgedBefore } from '../src/modules/auto-dispatch/proposals.repo.ts';
import { readPage } from '../src/modules/auto-dispatch/read-page.ts';
import { sentToday } from '../src/modules/auto-dispatch/sent-today.ts';
import { searchOrders } from '../src/modules/desk/index.ts';
import { askWhereDue } from '../src/modules/learning/ask-retraining.ts';
import {
  after,
  firstSince,
  latest,
  seqAfter,
  spanAfter,
} from '../src/modules/learning/decisions.repo.ts';
import { foldDays } from '../src/modules/learning/fold-days.ts';
import { listModels } from '../src/modules/learning/list-models.ts';
import { readModelFigures } from '../src/modules/learning/read-figures.ts';
import { saidBefore } from '../src/modules/learning/suggestions.repo.ts';
import { argumentsOf } from '../src/modules/open311/arguments.ts';
import { readRequests } from '../src/modules/open311/read-requests.ts';
import { listReleases, nextText, readRelease } from '../src/modules/release/read-releases.ts';
import { insert, move } from '../src/modules/release/releases.repo.ts';
import type { Context } from '../src/platform/context.ts';
import { inCity } from './kit.ts';
import { manyOrders } from './many-orders.ts';
import { rowsScanned } from './what-was-read.ts';

const count = 30_000;

/** A decision of each kind and what the machine said of it, over most of a year, the latest now; every eighth was wrong. */
async function manyJudged(ctx: Context): Promise<void> {
  const at = sql`${ctx.now}::timestamptz - (${count} - no) * interval '10 minutes'`;
  await sql`
    insert into learning.decision (city_id, order_id, kind, label, decided_at)
    select ${ctx.cityId}, id, kind,
      case kind when 'matter' then '01010' || (1 + no % 9) when 'unit' then unit else 'QZ' end, ${at}
    from many cross join (values ('matter'), ('unit'), ('type')) as kinds (kind)`.execute(ctx.tx);
  await sql`
    insert into learning.suggestion
      (city_id, seq, kind, order_id, label, given, said, unmet, model, input_hash, ranked, place, learnt_at)
    select city_id, seq, kind, order_id, label, case when seq % 8 = 0 then 'other' else label end,
      (seq % 100) / 100.0, 0.1, '#1', '', '[]', case when seq % 8 = 0 then null else 1 end, decided_at
    from learning.decision where city_id = ${ctx.cityId}`.execute(ctx.tx);
  await sql`
    insert into auto_dispatch.proposal
      (city_id, order_id, matter_code, on_day, proposed_at, lead, source, is_sure, held, sent_at, verdict, is_right)
    select ${ctx.cityId}, id, '01010' || (1 + no % 9), (${at})::date, ${at}, unit, 'catalogue', true,
      case when no % 3 = 0 then '{}'::text[] else '{off}' end, case when no % 3 = 0 then ${at} end,
      case when no > 100 then 'right' end, true
    from many`.execute(ctx.tx);
  const month = ctx.now.toISOString().slice(0, 7).replace('-', '_');
  for (const table of [
    'learning.decision',
    'learning.suggestion',
    `auto_dispatch.proposal_${month}`,
  ])
    await sql`analyze ${sql.table(table)}`.execute(ctx.tx);
}

async function manyTexts(ctx: Context): Promise<string> {
  const ids: string[] = [];
  for (let no = 0; no < 200; no += 1) {
    const id = ctx.newId();
    const words = { purpose: '课题研究', recipient: '某大学', order_ids: [ctx.newId()] };
    await insert(ctx, { id, asked_by: ctx.newId(), ...words });
    await move(ctx, id, { state: 'checking', expires_at: null });
    ids.push(id);
  }
  await sql`
    insert into release.text
      (city_id, release_id, no, line, part, order_id, text_no, length, digest, doubt, removals)
    select ${ctx.cityId}, id, no, no, 'title', id, 1, 4, '', 0.5, '[]'
    from unnest(${ids}::uuid[]) as id cross join generate_series(1, 160) as no`.execute(ctx.tx);
  await sql`analyze release.text`.execute(ctx.tx);
  return ids[0] ?? '';
}

const large = [
  'orders.order',
  'orders.text',
  'learning.decision',
  'learning.suggestion',
  'auto_dispatch.proposal',
  'auto_dispatch.judged',
  'release.text',
];

test(
  'what the machine keeps is never read from its beginning, whichever page, chore or search asks',
  { timeout: 120_000 },
  inCity(async ({ as, ctx, system }) => {
    await manyOrders(ctx, count);
    await manyJudged(ctx);
    const releaseId = await manyTexts(ctx);
    const read: Record<string, number> = {};
    const reading = async (name: string, act: () => Promise<unknown>) => {
      const before = await rowsScanned(ctx, large);
      await act();
      read[name] = (await rowsScanned(ctx, large)) - before;
    };
    const analyst = as('analyst');
    const monthAgo = new Date(ctx.now.getTime() - 30 * 86_400_000);

    // Once from the beginning, because nothing is folded yet; then the newest days alone.
    await system.do((inside) => foldDays(inside, 'matter'), null);
    await sql`update learning.folded set learnt_to = learnt_to - interval '1 hour'`.execute(ctx.tx);
    await reading('fold', () => system.do((inside) => foldDays(inside, 'matter'), null));
    for (const kind of ['matter', 'unit'] as const)
      await reading(`figures ${kind}`, () => analyst.do(readModelFigures, { kind }));
    await reading('list models', () => analyst.do(listModels, null));
    await reading('due', () => system.do((inside) => askWhereDue(inside, 'type'), null));
    await reading('decisions', async () => {
      const { upto } = await spanAfter(ctx, { kind: 'unit', seq: 0, most: 1_000 });
      await after(ctx, { kind: 'unit', seq: upto - 500, most: 200 });
      await latest(ctx, 'unit', 500);
      await firstSince(ctx, 'unit', monthAgo);
      await seqAfter(ctx, { kind: 'unit', from: upto - 900, skip: 100 });
      await saidBefore(ctx, [upto, upto - 3]);
    });

    const days = { judgedFrom: '2026-01-05', judgedTo: '2026-03-02' };
    for (const judgedHit of judgedHits) {
      const asked = { judged: 'unit' as const, judgedHit, ...days };
      for (const filters of [
        asked,
        { ...asked, judgedLabel: '350600.u7' },
        { ...asked, judgedLabel: '350600.u7', judgedGiven: 'other' },
        { ...asked, judgedSaidFrom: 90, judgedSaidBelow: 101 },
        { ...asked, judgedFrom: '2026-03-01' },
      ])
        await reading(`search ${JSON.stringify(filters)}`, () => analyst.do(searchOrders, filters));
    }
    for (const auto of ['proposed', 'sure-wrong', 'sent', 'held'] as const) {
      const filters = { auto, autoFrom: '2026-02-23', autoTo: '2026-03-01' };
      await reading(`search ${auto}`, () => analyst.do(searchOrders, filters));
    }
    await reading('auto page', () => analyst.do(readPage, null));
    await reading('sent today', () => as('dispatcher').do(sentToday, {}));
    await reading('unjudged', () => unjudgedBefore(ctx, monthAgo, 100));

    const reviewer = as('reviewer');
    await reading('releases', () => reviewer.do(listReleases, null));
    await reading('release', () => reviewer.do(readRelease, { releaseId }));
    await reading('next text', () => reviewer.do(nextText, { releaseId }));
    // 40 days on all of them are closed: changes of any age by the index of each service.
    const since = new Date(ctx.now.getTime() + 39 * 86_400_000).toISOString();
    const of = { service_code: '010105', page_size: '20' };
    await reading('open311 changes', async () => {
      const said = argumentsOf({ ...of, updated_after: since });
      expect((await readRequests(ctx, said)).items).toHaveLength(20);
    });
    expect(Object.entries(read).filter(([, rows]) => rows > 0)).toEqual([]);
  }),
);
