/** For tests: a season's campaign on a topic, as a director opens it. */
export const season = {
  kind: 'season',
  title: '养殖污染专项整治',
  theme: '生态保护',
  year: 2026,
  quarter: 1,
  from: '2026-01-01',
  to: '2026-03-31',
  why: '同比增长快,多人反复反映,可以集中解决。',
  terms: ['养鸡场', '鸡粪', '臭味'],
} as const;

export const farm = (no: number) => ({
  content: `第${no}户反映:村口养鸡场的鸡粪直接排进水沟,臭味很大,开不了窗。`,
});
