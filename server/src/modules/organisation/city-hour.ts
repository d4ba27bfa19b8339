export interface CityHour {
  /** 'YYYY-MM-DD'. */
  readonly on: string;
  /** 'HH:MM', 24 hours. */
  readonly time: string;
  /** Monday 1 to Sunday 7. */
  readonly weekday: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  formats.set(zone, made);
  return made;
}

const minuteMs = 60_000;
let latest: { zone: string; minute: number; hour: CityHour } | null = null;

/** What a clock on the city's wall shows at an instant. Mostly asked for the minute it was asked for last. */
export function cityHour(at: Date, zone: string): CityHour {
  const minute = Math.floor(at.getTime() / minuteMs);
  if (latest?.minute !== minute || latest.zone !== zone)
    latest = { zone, minute, hour: hourOf(at, zone) };
  return latest.hour;
}

function hourOf(at: Date, zone: string): CityHour {
  const [on = '', time = ''] = formatOf(zone).format(at).split(' ');
  const sunday0 = new Date(`${on}T00:00:00Z`).getUTCDay();
  return { on, time, weekday: sunday0 === 0 ? 7 : sunday0 };
}
