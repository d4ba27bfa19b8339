import { cityHour } from '../organisation/index.ts';

const quietFrom = '21:30';
const quietTo = '07:30';

/** 免打扰: the instant itself by day; in quiet hours the coming morning (M5-4: no night push but for emergencies). */
export function afterQuietHours(at: Date, zone: string): Date {
  const { time } = cityHour(at, zone);
  if (time >= quietTo && time < quietFrom) return at;
  const minutes = minutesOf(quietTo) - minutesOf(time);
  const toMorning = minutes > 0 ? minutes : minutes + 24 * 60;
  const wholeMinute = Math.floor(at.getTime() / 60_000) * 60_000;
  return new Date(wholeMinute + toMorning * 60_000);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
