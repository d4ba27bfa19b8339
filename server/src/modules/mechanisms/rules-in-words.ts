import type { Mechanism, MechanismParty } from '@minsheng/contract/mechanism-data.ts';
import { mechanismGateLabel } from '@minsheng/contract/words/mechanisms.ts';
import { urgencyLabel } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import * as matters from '../matters/index.ts';
import * as organisation from '../organisation/index.ts';
import { unitWords } from './route-for.ts';
import { text } from './text.ts';

interface Rule {
  title: string;
  lines: string[];
}

/** 机制说明: the city's data in plain words, so that nobody has to open a file. */
export async function rulesInWords(ctx: Context, mechanism: Mechanism): Promise<Rule[]> {
  const [unitName, trigger, limit] = await Promise.all([
    unitNamer(ctx, mechanism),
    triggerLines(ctx, mechanism),
    mechanism.limits ? matters.limitClass(ctx, mechanism.limits.limitClass) : null,
  ]);
  const names = (words: readonly string[]) => [...new Set(words.map(unitName))].join(text.comma);
  const labels = (codes: readonly string[], between: string) =>
    codes
      .map((code) => mechanism.form.find((field) => field.code === code)?.label ?? code)
      .join(between);
  const { route, limits, checks, repeat, joint, season, settleBy } = mechanism;
  const all = (parties: readonly MechanismParty[]) =>
    names(parties.map((party) => (typeof party === 'string' ? party : party.unit)));
  const urgencies = limits?.urgencies.map((code) => urgencyLabel[code]).join(text.comma) ?? '';
  return [
    { title: text.trigger, lines: trigger },
    {
      title: text.route,
      lines: route
        ? [
            text.lead(unitName(route.lead)),
            ...(route.assists.length > 0 ? [text.assists(all(route.assists))] : []),
            ...(route.copies.length > 0 ? [text.copies(all(route.copies))] : []),
            text.sendMinutes(route.sendMinutes),
          ]
        : [],
    },
    { title: text.limits, lines: limit ? [text.limitClass(limit.name, urgencies)] : [] },
    {
      title: text.checks,
      lines: checks.map(({ before, name }) => text.check(mechanismGateLabel[before], name)),
    },
    {
      title: text.repeat,
      lines: repeat ? [text.repeated(labels(repeat.by, text.or), repeat.days, repeat.level)] : [],
    },
    {
      title: text.joint,
      lines: joint ? [text.jointEvery(joint.everyDays, names(joint.units))] : [],
    },
    {
      title: text.season,
      lines: season
        ? [text.seasonBefore(season.dayOff, season.daysBefore, labels(season.by, text.comma))]
        : [],
    },
    {
      title: text.settle,
      lines: settleBy ? [text.settleAt(labels([settleBy.field], ''), settleBy.at)] : [],
    },
  ].filter(({ lines }) => lines.length > 0);
}

async function triggerLines(ctx: Context, { trigger }: Mechanism): Promise<string[]> {
  const { zones, places, areas, words, fields } = trigger;
  const [matterNames, areaNames] = await Promise.all([
    Promise.all(trigger.matters.map((prefix) => matters.prefixName(ctx, prefix))),
    organisation.areaNames(
      ctx,
      areas.map((code) => code.padEnd(12, '0')),
    ),
  ]);
  const where = [...zones.map(({ name }) => name), ...places];
  return [
    text.matters(matterNames.join(text.comma)),
    ...(areas.length > 0 ? [text.areas([...areaNames.values()].join(text.comma))] : []),
    ...(where.length > 0 ? [text.where([...new Set(where)].join(text.comma))] : []),
    ...(words.length > 0 ? [text.said(words.join(text.comma))] : []),
    ...(fields.length > 0 ? [text.answered] : []),
  ];
}

/** A bureau of whichever county the place lies in is called by the name of the city's, with 属地 before it. */
async function unitNamer(
  ctx: Context,
  { route, joint }: Mechanism,
): Promise<(words: string) => string> {
  const parties = [...(route?.assists ?? []), ...(route?.copies ?? [])].map((party) =>
    typeof party === 'string' ? party : party.unit,
  );
  const all = [...(route ? [route.lead] : []), ...parties, ...(joint?.units ?? [])];
  const codeOf = (words: string) => unitWords(ctx, words).replace('{county}', ctx.city.code);
  const known = await organisation.unitsIfKnown(ctx, [...new Set(all.map(codeOf))]);
  return (words) => {
    if (words === '{county}') return text.county;
    const unit = known.find(({ code }) => code === codeOf(words));
    const name = unit?.short ?? words;
    return words.startsWith('{county}') ? text.ofCounty(name) : name;
  };
}
