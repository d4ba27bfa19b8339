import { z } from 'zod';
import type { Store } from './database.ts';

export type SettingName = 'clock-shift-ms' | 'link-cut' | 'auto';

const row = z.object({ value: z.string() });

export function readSetting(store: Store, name: SettingName): string | null {
  const found = store.prepare('select value from settings where name = ?').get(name);
  return found === undefined ? null : row.parse(found).value;
}

export function writeSetting(store: Store, name: SettingName, value: string): void {
  store
    .prepare(
      'insert into settings (name, value) values (?, ?) on conflict (name) do update set value = excluded.value',
    )
    .run(name, value);
}

const counted = z.object({ last: z.number() });

/** 警单号: J, the day, a number without gaps. */
export function nextNumber(store: Store, day: string): string {
  const { last } = counted.parse(
    store
      .prepare(
        'insert into counters (day, last) values (?, 1) on conflict (day) do update set last = last + 1 returning last',
      )
      .get(day),
  );
  return `J${day.replaceAll('-', '')}${String(last).padStart(5, '0')}`;
}
