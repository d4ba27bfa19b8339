import { z } from 'zod';

const change = z.object({
  isOn: z.boolean().optional(),
  isOff: z.boolean().optional(),
  barPermille: z.number().nullable().optional(),
  surePermille: z.number().optional(),
});

const percent = (permille: number): string => `${(permille / 10).toFixed(1)}%`;

/** A setting as a person reads it in the list of changes. */
export function settingWords(kept: unknown): string {
  const { isOn, isOff, barPermille, surePermille } = change.parse(kept);
  return [
    isOn === undefined ? '' : isOn ? '开启' : '关闭',
    isOff === undefined ? '' : isOff ? '停用' : '允许',
    barPermille === undefined ? '' : barWords(barPermille),
    surePermille === undefined ? '' : `把握 ${percent(surePermille)}`,
  ]
    .filter((part) => part !== '')
    .join(',');
}

const barWords = (permille: number | null): string =>
  permille === null ? '门槛同全市' : `门槛 ${percent(permille)}`;
