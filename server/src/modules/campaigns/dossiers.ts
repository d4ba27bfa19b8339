import type { campaigns as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import {
  type DossierPart,
  datedParts,
  dossierPartLabel,
  partsBefore,
} from '@minsheng/contract/words/campaigns.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { dayOf } from '../../platform/zone.ts';
import { accountNames } from '../identity/index.ts';
import * as organisation from '../organisation/index.ts';
import { leftOf } from '../redaction/index.ts';
import {
  type Dossier,
  dossierOfEntry,
  findDossier,
  insertSign,
  lockDossier,
  markHandedOver,
  putDossier,
  type Sign,
  signsOf,
} from './dossiers.repo.ts';
import { findEntry } from './entries.repo.ts';
import { heldEntry } from './held-entry.ts';
import { demandSupervised, step } from './move-entry.ts';
import { isStep, maySign, maySignRedaction } from './policy.ts';
import { scanOf } from './scan.ts';
import { campaignText } from './text.ts';

type Reply = ReplyOf<typeof contract.readDossier>;

/** 写问效材料: only of what was pressed twice and still stands. */
export async function writeDossier(
  ctx: Context,
  { entryId, facts, unit: code }: InputOf<typeof contract.writeDossier>,
): Promise<{ dossierId: string }> {
  const { entry } = await heldEntry(ctx, entryId);
  demand(isStep(entry.state, 'to-media'));
  demandSupervised(entry);
  // What left the centre stays as it was signed, also when the problem comes back.
  const before = await dossierOfEntry(ctx, entryId);
  refuseUnless(before?.state !== 'handed-over', 'campaigns.dossier-stage');
  const unit = await organisation.unit(ctx, code);
  const dossierId = await putDossier(ctx, { id: ctx.newId(), entryId, facts, unit: unit.code });
  announce(ctx, 'campaigns');
  return { dossierId };
}

/** 问效材料, with what the scan finds now. */
export async function readDossier(
  ctx: Context,
  { entryId }: InputOf<typeof contract.readDossier>,
): Promise<Reply> {
  const entry = await findEntry(ctx, entryId);
  const dossier = await dossierOfEntry(ctx, entryId);
  const isStubborn = isStep(entry.state, 'to-media').allowed;
  return {
    dossier: dossier && (await viewOf(ctx, dossier)),
    can: {
      write: ctx.actor.has('campaigns.work') && isStubborn && dossier?.state !== 'handed-over',
      sign: ctx.actor.has('campaigns.sign'),
    },
  };
}

async function viewOf(ctx: Context, dossier: Dossier): Promise<NonNullable<Reply['dossier']>> {
  const signs = await signsOf(ctx, dossier.id);
  const [units, names, scan] = await Promise.all([
    organisation.unitsIfKnown(ctx, [dossier.unit_code]),
    accountNames(ctx, [dossier.written_by, ...signs.map(({ by_id }) => by_id)]),
    scanOf(ctx, { of: { entryId: dossier.entry_id }, texts: [dossier.facts] }),
  ]);
  return {
    id: dossier.id,
    entryId: dossier.entry_id,
    state: dossier.state,
    facts: dossier.facts,
    factsNo: dossier.facts_no,
    unit: organisation.briefOf(units, dossier.unit_code),
    writtenBy: names.get(dossier.written_by ?? '') ?? '',
    writtenAt: dossier.written_at.toISOString(),
    handedAt: dossier.handed_at?.toISOString() ?? null,
    scan: leftOf(scan, nobodyIn(signs, dossier)),
    signs: signs.map(({ part, words, by_id, at, facts_no, on_day, link }) => ({
      part,
      words,
      by: names.get(by_id ?? '') ?? '',
      at: at.toISOString(),
      on: on_day,
      link,
      isOld: facts_no < dossier.facts_no,
    })),
    missing: missingIn(signs, dossier),
  };
}

const standing = (signs: readonly Sign[], { facts_no }: Dossier): Sign[] =>
  signs.filter((sign) => sign.facts_no === facts_no);

const nobodyIn = (signs: readonly Sign[], dossier: Dossier): string[] =>
  standing(signs, dossier).flatMap(({ part, nobody }) => (part === 'redaction' ? nobody : []));

function missingIn(signs: readonly Sign[], dossier: Dossier): DossierPart[] {
  const signed = new Set(standing(signs, dossier).map(({ part }) => part));
  return partsBefore.filter((part) => !signed.has(part));
}

const dated: readonly DossierPart[] = datedParts;
const bySigners: readonly DossierPart[] = ['redaction', 'legal'];
const afterwards: readonly DossierPart[] = ['broadcast', 'after-check'];
/** 拍摄安排 moves with the media, also after the facts have left. */
const isOfStage = (part: DossierPart, { state }: Dossier): boolean =>
  part === 'schedule' || (state === 'handed-over') === afterwards.includes(part);

/**
 * 签认一个环节 of the very wording that was seen: redaction by another person than who wrote it, and only once the scan
 * finds nothing that is left.
 */
export async function signDossier(
  ctx: Context,
  { dossierId, factsNo, part, words, nobody, on, link }: InputOf<typeof contract.signDossier>,
): Promise<{ done: true }> {
  const dossier = await lockDossier(ctx, dossierId);
  refuseUnless(dossier, 'campaigns.no-such-dossier');
  refuseUnless(isOfStage(part, dossier), 'campaigns.dossier-stage');
  refuseUnless(factsNo === dossier.facts_no, 'campaigns.dossier-rewritten');
  const isDated = dated.includes(part);
  const isLinked = part === 'broadcast';
  refuseUnless(!isDated || on !== undefined, 'campaigns.part-needs-day');
  refuseUnless(!isLinked || link !== undefined, 'campaigns.part-needs-day');
  const today = dayOf(ctx.now.getTime(), ctx.city.zone);
  refuseUnless(
    !afterwards.includes(part) || on === undefined || on <= today,
    'campaigns.day-ahead',
  );
  if (bySigners.includes(part)) demand(maySign(ctx.actor));
  if (part === 'redaction') {
    demand(maySignRedaction(ctx.actor, dossier.written_by));
    const scan = await scanOf(ctx, { of: { entryId: dossier.entry_id }, texts: [dossier.facts] });
    const { length: count } = leftOf(scan, nobody);
    refuseUnless(count === 0, 'campaigns.scan-finds', { count });
  }
  await insertSign(ctx, dossier, {
    part,
    words,
    nobody: part === 'redaction' ? nobody : [],
    onDay: isDated ? (on ?? null) : null,
    link: isLinked ? (link ?? null) : null,
  });
  const { entry } = await heldForReading(ctx, dossier);
  tell(ctx, { kind: 'campaign', id: entry.campaign_id }, 'campaigns.dossier-signed', {
    dossier: dossierId,
    part,
    factsNo,
  });
  announce(ctx, 'campaigns');
  return { done: true };
}

/** 转媒体: scanned once more at this very moment; refused while anything is found or a signature is missing. */
export async function handOverDossier(
  ctx: Context,
  { dossierId }: InputOf<typeof contract.handOverDossier>,
): Promise<{ text: string }> {
  const { entry } = await heldEntry(ctx, (await heldDossier(ctx, dossierId)).entry_id);
  // Read once its campaign is held: whoever writes it anew waits for that as well, and what leaves is what was signed.
  const dossier = await heldDossier(ctx, dossierId);
  refuseUnless(dossier.state === 'drafting', 'campaigns.dossier-stage');
  const signs = await signsOf(ctx, dossierId);
  const missing = missingIn(signs, dossier);
  const parts = missing.map((part) => dossierPartLabel[part]).join('、');
  refuseUnless(missing.length === 0, 'campaigns.sign-missing', { parts });
  const scan = await scanOf(ctx, { of: { entryId: dossier.entry_id }, texts: [dossier.facts] });
  const { length: count } = leftOf(scan, nobodyIn(signs, dossier));
  refuseUnless(count === 0, 'campaigns.scan-finds', { count });
  demand(isStep(entry.state, 'to-media'));
  await markHandedOver(ctx, dossierId);
  const reason = campaignText.handedOver;
  await step(ctx, entry, { to: 'to-media', reason, byId: ctx.actor.accountId });
  return { text: dossier.facts };
}

async function heldDossier(ctx: Context, dossierId: string): Promise<Dossier> {
  const dossier = await findDossier(ctx, dossierId);
  refuseUnless(dossier, 'campaigns.no-such-dossier');
  return dossier;
}

/** Whoever signs need not be one who works on the list. */
const heldForReading = async (ctx: Context, { entry_id }: Dossier) => ({
  entry: await findEntry(ctx, entry_id),
});
