/** How long until an instant, or how long past it, in whole minutes. */
export interface TimeLeft {
  isLate: boolean;
  days: number;
  hours: number;
  minutes: number;
}

const minuteMs = 60_000;

export function timeLeft(dueAt: string, now: number): TimeLeft {
  const distance = Date.parse(dueAt) - now;
  const isLate = distance < 0;
  const total = Math.floor(Math.abs(distance) / minuteMs);
  return {
    isLate,
    days: Math.floor(total / 1440),
    hours: Math.floor((total % 1440) / 60),
    minutes: total % 60,
  };
}
