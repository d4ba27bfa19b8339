import type { Context } from '../../platform/context.ts';
import { encrypt } from '../../platform/secrets.ts';
import type { CityPack } from '../pack.ts';
import type { AreaRow, DutyRow, UnitRow } from '../rows.ts';
import type { Row } from './target.ts';

/** The number of a post; null where nobody has given one. */
export type PhoneOf = (post: DutyRow) => string | null;

/** 区域, each with its name below the city: 芗城区东铺头街道. */
export function areaRows({ areas }: CityPack): Row[] {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  return areas.map((area) => ({
    code: area.code,
    parent: area.parent,
    name: area.name,
    full_name: fullName(area, byCode),
    level: area.level,
    lng: area.lng,
    lat: area.lat,
  }));
}

function fullName(area: AreaRow, byCode: ReadonlyMap<string, AreaRow>): string {
  const above = area.parent === null ? undefined : byCode.get(area.parent);
  if (!above || above.level === 'city') return area.name;
  return fullName(above, byCode) + area.name;
}

export function aliasRows({ aliases }: CityPack): Row[] {
  return aliases.map(({ alias, area, kind, unit }) => ({ alias, area, kind, unit_code: unit }));
}

/** 承办单位, each with its path from the root. */
export function unitRows({ units }: CityPack): Row[] {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  return units.map((unit) => ({
    code: unit.code,
    name: unit.name,
    short: unit.short,
    kind: unit.kind,
    parent: unit.parent,
    line_parent: unit.lineParent,
    path: pathOf(unit, byCode),
    area: unit.area,
    takes_orders: unit.takesOrders,
    valid_to: null,
  }));
}

/** The checker has made sure that parents exist and never run in a circle. */
function pathOf(unit: UnitRow, byCode: ReadonlyMap<string, UnitRow>): string {
  const above = unit.parent === null ? undefined : byCode.get(unit.parent);
  return above ? `${pathOf(above, byCode)}/${unit.code}` : unit.code;
}

/** 值班表, numbers encrypted. A post without a number cannot be rung and is left out. */
export function dutyRows(ctx: Context, { duty }: CityPack, phoneOf: PhoneOf): Row[] {
  return duty.flatMap((post) => {
    const phone = phoneOf(post);
    if (phone === null) return [];
    return {
      unit_code: post.unit,
      weekdays: post.weekdays,
      from_time: post.from,
      to_time: post.to,
      position: post.position,
      title: post.title,
      phone_enc: encrypt(ctx.keys, phone).toString('hex'),
    };
  });
}

export function lineRows({ lines }: CityPack): Row[] {
  return lines.map(({ number, name, owner, mode, since, status, mark }) => ({
    number,
    name,
    owner,
    mode,
    since,
    status,
    mark,
  }));
}

export function dayRows({ calendar }: CityPack): Row[] {
  return calendar.map(({ date, kind, name, source }) => ({ on_day: date, kind, name, source }));
}

export function officeHoursRows({ officeHours }: CityPack): Row[] {
  return officeHours.map(({ at: _, ...definition }, no) => ({
    valid_from: definition.validFrom,
    no,
    definition,
  }));
}
