import type { Photo } from '../../ui/photos.ts';
import { frontLineText } from './text.ts';

const words = frontLineText.finish.problems;

export function photoProblems(list: readonly Photo[]): string[] {
  const problems: string[] = [];
  if (list.some((photo) => photo.state === 'shrinking' || photo.state === 'sending'))
    problems.push(words.underway);
  if (list.some((photo) => photo.state === 'failed')) problems.push(words.failed);
  return problems;
}
