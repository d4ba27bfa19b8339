import type { campaigns as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../../platform/context.ts';
import { announce, tell } from '../../../platform/events.ts';
import { demand, refuseUnless } from '../../../platform/refusal.ts';
import { accountNames } from '../../identity/index.ts';
import { entries as knowledgeEntries } from '../../knowledge/index.ts';
import * as matters from '../../matters/index.ts';
import * as organisation from '../../organisation/index.ts';
import { findCampaign } from '../campaigns.repo.ts';
import { mayRank } from '../policy.ts';
import { endOfMeasure, insertMeasure, measuresOf } from './measures.repo.ts';

type Views = ReplyOf<typeof contract.readAfter>['measures'];

const shownMeasures = 100;

/** 长效机制登记: also after the end, because documents come later than what they follow from. */
export async function writeMeasure(
  ctx: Context,
  input: InputOf<typeof contract.writeMeasure>,
): Promise<{ measureId: string }> {
  demand(mayRank(ctx.actor));
  const { campaignId, kind, knowledgeCode, inForceOn } = input;
  await findCampaign(ctx, campaignId);
  const codes = [...new Set(input.matters)];
  refuseUnless(kind !== 'catalogue' || codes.length > 0, 'campaigns.measure-names');
  refuseUnless(kind !== 'knowledge' || knowledgeCode !== undefined, 'campaigns.measure-names');
  const unit = await organisation.unit(ctx, input.unit);
  for (const code of codes) await matters.matterInForce(ctx, code);
  if (knowledgeCode !== undefined) await demandEntry(ctx, knowledgeCode);
  const id = ctx.newId();
  await insertMeasure(ctx, {
    ...{ id, campaign_id: campaignId, kind, title: input.title, words: input.words },
    ...{ document_no: input.documentNo, unit_code: unit.code, matters: codes },
    ...{ knowledge_code: knowledgeCode ?? null, in_force_on: inForceOn },
  });
  tell(ctx, { kind: 'campaign', id: campaignId }, 'campaigns.measured', { measure: id, kind });
  announce(ctx, 'campaigns');
  return { measureId: id };
}

async function demandEntry(ctx: Context, wanted: string): Promise<void> {
  const known = (await knowledgeEntries(ctx)).some(({ code }) => code === wanted);
  refuseUnless(known, 'knowledge.no-such-entry');
}

/** 停止 one of them; the register keeps it. */
export async function endMeasure(
  ctx: Context,
  { measureId, reason }: InputOf<typeof contract.endMeasure>,
): Promise<{ done: true }> {
  demand(mayRank(ctx.actor));
  const campaignId = await endOfMeasure(ctx, { measureId, reason });
  refuseUnless(campaignId, 'campaigns.no-such-measure');
  const subject = { kind: 'campaign', id: campaignId } as const;
  tell(ctx, subject, 'campaigns.measure-ended', { measure: measureId });
  announce(ctx, 'campaigns');
  return { done: true };
}

export async function measureViews(ctx: Context, campaignId: string): Promise<Views> {
  const rows = await measuresOf(ctx, campaignId, shownMeasures);
  const [units, accounts, names, known] = await Promise.all([
    organisation.unitsIfKnown(ctx, [...new Set(rows.map(({ unit_code }) => unit_code))]),
    accountNames(
      ctx,
      rows.map(({ written_by }) => written_by),
    ),
    matters.matterNames(ctx, [...new Set(rows.flatMap((row) => row.matters))]),
    knowledgeEntries(ctx),
  ]);
  const titles = new Map(known.map(({ code, title }) => [code, title]));
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    title: row.title,
    documentNo: row.document_no,
    unit: organisation.briefOf(units, row.unit_code),
    matters: row.matters.map((code) => ({ code, name: names.get(code) ?? code })),
    knowledge:
      row.knowledge_code === null
        ? null
        : {
            code: row.knowledge_code,
            title: titles.get(row.knowledge_code) ?? row.knowledge_code,
          },
    inForceOn: row.in_force_on,
    words: row.words,
    writtenBy: accounts.get(row.written_by ?? '') ?? '',
    endedReason: row.ended_reason,
  }));
}
