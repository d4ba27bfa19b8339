const dayMs = 86_400_000;
/** China keeps one offset all year; the serial, not the day, makes the number unique. */
const zoneMs = 8 * 3_600_000;

/** 工单编号: area, day, serial (`350600-20260105-000123`). Gaps are allowed, waiting is not. */
export function orderNumber(areaCode: string, at: Date, serial: number): string {
  const day = new Date(at.getTime() + zoneMs).toISOString().slice(0, 10).replaceAll('-', '');
  return `${areaCode.slice(0, 6)}-${day}-${String(serial).padStart(6, '0')}`;
}

/** The instants between which an order of this number was written down; null when it is no order number. */
export function monthBounds(orderNo: string): { from: Date; to: Date } | null {
  const match = /^\d{6}-(\d{4})(\d{2})(\d{2})-\d{6,}$/.exec(orderNo);
  if (!match) return null;
  const start = Date.parse(`${match[1]}-${match[2]}-${match[3]}T00:00:00+08:00`);
  if (Number.isNaN(start)) return null;
  return { from: new Date(start), to: new Date(start + dayMs) };
}
