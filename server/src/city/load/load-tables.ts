import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { CityPack } from '../pack.ts';
import {
  aliasRows,
  areaRows,
  dayRows,
  dutyRows,
  lineRows,
  officeHoursRows,
  type PhoneOf,
  unitRows,
} from './place-rows.ts';
import {
  assessmentRows,
  catalogueRows,
  checklistRows,
  fieldRows,
  knowledgeRows,
  ledgerPathRows,
  letterRows,
  matterRows,
  mechanismRows,
  nodeDayRows,
  nodeRows,
  noticeHoursRows,
  noticeRuleRows,
  publicServiceRows,
  ruleRows,
  supervisionRows,
  templateRows,
} from './rule-rows.ts';
import { keepRows, replaceRows } from './target.ts';

/** Every table of a city's data. What orders name for ever is kept and ended, the rest is replaced. */
export async function loadTables(
  ctx: Context,
  pack: CityPack,
  around: { readonly phoneOf: PhoneOf; readonly yesterday: string },
): Promise<void> {
  await loadPlaces(ctx, pack, around.yesterday);
  await loadDuty(ctx, pack, around.phoneOf);
  await loadCalendar(ctx, pack);
  await loadMatters(ctx, pack, around.yesterday);
  await loadGuidance(ctx, pack, around.yesterday);
}

async function loadPlaces(ctx: Context, pack: CityPack, yesterday: string): Promise<void> {
  const area = { parent: 'text', name: 'text', full_name: 'text', level: 'text' };
  const areas = { code: 'text', ...area, lng: 'double precision', lat: 'double precision' };
  await replaceRows(ctx, { table: 'organisation.area', columns: areas }, areaRows(pack));
  const aliases = { alias: 'text', area: 'text', kind: 'text', unit_code: 'text' };
  await replaceRows(ctx, { table: 'organisation.alias', columns: aliases }, aliasRows(pack));
  const names = { code: 'text', name: 'text', short: 'text', kind: 'text' };
  const axes = { parent: 'text', line_parent: 'text', path: 'text', area: 'text' };
  await keepRows(
    ctx,
    {
      table: 'organisation.unit',
      columns: { ...names, ...axes, takes_orders: 'boolean', valid_to: 'date' },
      key: ['code'],
      ends: sql`takes_orders = false, valid_to = coalesce(kept.valid_to, ${yesterday}::date)`,
      // 县区自设 are the county's to end.
      except: sql`kept.added_at is not null`,
    },
    unitRows(pack),
  );
}

async function loadDuty(ctx: Context, pack: CityPack, phoneOf: PhoneOf): Promise<void> {
  const shift = { weekdays: 'smallint[]', from_time: 'text', to_time: 'text' };
  const post = { position: 'smallint', title: 'text', phone_enc: 'bytea' };
  const columns = { unit_code: 'text', ...shift, ...post };
  await replaceRows(ctx, { table: 'organisation.duty', columns }, dutyRows(ctx, pack, phoneOf));
  const line = { number: 'text', name: 'text', owner: 'text', mode: 'text' };
  const lines = { ...line, since: 'date', status: 'text', mark: 'text' };
  await replaceRows(ctx, { table: 'organisation.line', columns: lines }, lineRows(pack));
}

async function loadCalendar(ctx: Context, pack: CityPack): Promise<void> {
  const days = { on_day: 'date', kind: 'text', name: 'text', source: 'text' };
  await replaceRows(ctx, { table: 'calendar.day', columns: days }, dayRows(pack));
  const hours = { valid_from: 'date', no: 'smallint', definition: 'jsonb' };
  await replaceRows(ctx, { table: 'calendar.office_hours', columns: hours }, officeHoursRows(pack));
}

async function loadMatters(ctx: Context, pack: CityPack, yesterday: string): Promise<void> {
  const names = { code: 'text', l1: 'text', l2: 'text', leaf: 'text' };
  const defaults = { type: 'text', urgency: 'text', limit_class: 'text', grassroots: 'boolean' };
  await keepRows(
    ctx,
    {
      table: 'matters.matter',
      columns: { ...names, ...defaults, valid_from: 'date', valid_to: 'date', successor: 'text' },
      key: ['code'],
      ends: sql`valid_to = coalesce(kept.valid_to, ${yesterday}::date)`,
    },
    matterRows(pack),
  );
  const field = { prefix: 'text', code: 'text', no: 'smallint', definition: 'jsonb' };
  await keepRows(
    ctx,
    {
      table: 'matters.field',
      columns: { ...field, retired: 'boolean' },
      key: ['prefix', 'code'],
      ends: sql`retired = true`,
      except: sql`kept.edited_at is not null`,
    },
    fieldRows(pack),
  );
  const rule = { kind: 'text', key: 'text', no: 'integer', definition: 'jsonb' };
  await replaceRows(ctx, { table: 'matters.rule', columns: rule }, ruleRows(pack));
}

async function loadGuidance(ctx: Context, pack: CityPack, yesterday: string): Promise<void> {
  const scope = { id: 'text', matter: 'text', area: 'text', time: 'text' };
  const parties = { lead: 'text', assists: 'text[]', linkage: 'text[]', backstop: 'text' };
  const basis = { level: 'text', basis_kind: 'text', basis: 'text', direct: 'boolean' };
  const validity = { valid_from: 'date', valid_to: 'date', mark: 'text', note: 'text' };
  await keepRows(
    ctx,
    {
      table: 'dispatch.catalogue_row',
      columns: { ...scope, ...parties, ...basis, ...validity },
      key: ['id'],
      ends: sql`valid_to = coalesce(kept.valid_to, ${yesterday}::date)`,
      // What the centre made of its own rulings, and a county keeps itself, is not the folder's to end.
      except: sql`kept.mark in ('ruled', 'county')`,
    },
    catalogueRows(pack),
  );
  const entry = { code: 'text', title: 'text', definition: 'jsonb', owner: 'text' };
  await keepRows(
    ctx,
    {
      table: 'knowledge.entry',
      columns: { ...entry, valid_from: 'date', valid_until: 'date', mark: 'text' },
      key: ['code'],
      ends: sql`valid_until = least(kept.valid_until, ${yesterday}::date),
        definition = jsonb_set(kept.definition, '{validUntil}', to_jsonb(least(kept.valid_until, ${yesterday}::date)::text))`,
    },
    knowledgeRows(pack),
  );
  const template = { key: 'text', words: 'text' };
  await replaceRows(ctx, { table: 'notices.template', columns: template }, templateRows(pack));
  await loadNotices(ctx, pack);
  const letter = { code: 'text', no: 'smallint', definition: 'jsonb' };
  await replaceRows(ctx, { table: 'letters.template', columns: letter }, letterRows(pack));
  const assessment = { kind: 'text', key: 'text', no: 'integer', definition: 'jsonb' };
  await replaceRows(ctx, { table: 'indicators.rule', columns: assessment }, assessmentRows(pack));
  await replaceRows(ctx, { table: 'visits.checklist', columns: letter }, checklistRows(pack));
  await replaceRows(ctx, { table: 'ledgers.path', columns: letter }, ledgerPathRows(pack));
  await replaceRows(ctx, { table: 'mechanisms.definition', columns: letter }, mechanismRows(pack));
  await replaceRows(ctx, { table: 'open311.offer', columns: letter }, publicServiceRows(pack));
  await replaceRows(ctx, { table: 'supervision.level', columns: letter }, supervisionRows(pack));
  await replaceRows(ctx, { table: 'nodes.listed', columns: letter }, nodeRows(pack));
  await replaceRows(ctx, { table: 'nodes.listed_days', columns: letter }, nodeDayRows(pack));
}

async function loadNotices(ctx: Context, pack: CityPack): Promise<void> {
  const who = { message: 'text', audience: 'text', urgency: 'text' };
  const rule = { ...who, channels: 'text[]', readers: 'text[]' };
  await replaceRows(ctx, { table: 'notices.rule', columns: rule }, noticeRuleRows(pack));
  const way = { channel: 'text', audience: 'text', urgency: 'text' };
  const hours = { quiet_from: 'text', quiet_to: 'text', per_hour: 'integer', per_day: 'integer' };
  const columns = { ...way, ...hours };
  await replaceRows(ctx, { table: 'notices.hours', columns }, noticeHoursRows(pack));
}
