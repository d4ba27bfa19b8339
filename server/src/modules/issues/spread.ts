/** 均匀抽取: so many members at most, spread evenly. */
export function spread(members: readonly number[], most: number): readonly number[] {
  if (members.length <= most) return members;
  const step = members.length / most;
  return Array.from({ length: most }, (_, at) => members[Math.floor(at * step)] ?? 0);
}
