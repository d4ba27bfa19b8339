import { campaignsText as words } from './text.ts';

export const whenOf = ({ year, quarter }: { year: number; quarter: number | null }): string =>
  quarter === null ? words.ofYear(year) : words.season(year, quarter);
