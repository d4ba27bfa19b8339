import type { briefs as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { dayAfter, dayOf } from '../../platform/zone.ts';
import { definitionsVersion, rulesToStore } from '../indicators/index.ts';
import * as matters from '../matters/index.ts';
import { cityVersion } from '../organisation/index.ts';
import { countLater } from './briefs.jobs.ts';
import { insertBrief } from './briefs.repo.ts';
import { isThere } from './counted.repo.ts';
import { mayWrite } from './policy.ts';

type Asked = InputOf<typeof contract.beginBrief>;

const mostDays = 400;

export async function listBriefTemplates(
  ctx: Context,
): Promise<ReplyOf<typeof contract.listBriefTemplates>> {
  const rows = await matters.briefTemplates(ctx);
  return {
    rows: rows.map(({ code, name, about, sections }) => ({ code, name, about, sections })),
  };
}

/** 拟专报: what it counts is what is known at this instant; a job counts it. */
export async function beginBrief(ctx: Context, asked: Asked): Promise<{ briefId: string }> {
  demand(mayWrite(ctx.actor));
  const template = (await matters.briefTemplates(ctx)).find(({ code }) => code === asked.template);
  refuseUnless(template, 'briefs.no-such-template');
  const { about } = template;
  await demandAbout(ctx, about, asked);
  const id = ctx.newId();
  const isOfDays = about === 'days';
  await insertBrief(ctx, {
    ...{ id, template: template.name, series: template.series, title: asked.title, about },
    sections: JSON.stringify(template.sections),
    about_id: isOfDays ? null : (asked.aboutId ?? null),
    from_on: isOfDays ? (asked.from ?? null) : null,
    to_on: isOfDays ? (asked.to ?? null) : null,
    cutoff_at: ctx.now,
    state: 'making',
    rules: isOfDays ? JSON.stringify(await rulesToStore(ctx)) : null,
    city_version: await cityVersion(ctx),
    definitions: definitionsVersion,
    words: JSON.stringify({}),
    writers: JSON.stringify({ title: ctx.actor.accountId ?? '' }),
    written_by: ctx.actor.accountId,
  });
  isNew(ctx, { kind: 'brief', id });
  tell(ctx, { kind: 'brief', id }, 'briefs.begun', {
    template: template.code,
    about: asked.aboutId ?? null,
    cutoffAt: ctx.now.toISOString(),
  });
  countLater(ctx, id);
  announce(ctx, 'briefs');
  return { briefId: id };
}

async function demandAbout(
  ctx: Context,
  about: matters.BriefTemplate['about'],
  { from, to, aboutId }: Asked,
): Promise<void> {
  if (about !== 'days') {
    refuseUnless(
      aboutId !== undefined && (await isThere(ctx, { about, id: aboutId })),
      'briefs.about-needed',
    );
    return;
  }
  refuseUnless(from !== undefined && to !== undefined, 'briefs.about-needed');
  const today = dayOf(ctx.now.getTime(), ctx.city.zone);
  const isPeriod = from <= to && to <= today && to < dayAfter(from, mostDays);
  refuseUnless(isPeriod, 'briefs.bad-period', { days: mostDays });
}
