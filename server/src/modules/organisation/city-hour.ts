export interface CityHour {
  /** 'YYYY-MM-DD'. */
  on: string;
  /** 'HH:MM', 24 hours. */
  time: string;
  /** Monday 1 to Sunday 7. */
  weekday: number;
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

/** What a clock on the city's wall shows at an instant. */
export function cityHour(at: Date, zone: string): CityHour {
  const [on = '', time = ''] = formatOf(zone).format(at).split(' ');
  const sunday0 = new Date(`${on}T00:00:00Z`).getUTCDay();
  return { on, time, weekday: sunday0 === 0 ? 7 : sunday0 };
}
