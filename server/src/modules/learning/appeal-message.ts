import { withoutPeople } from '../text/index.ts';
import type { Message } from './clean-text.ts';
import type { Kind } from './decisions.repo.ts';

/** What is read of an appeal, whoever asks. */
export interface Appeal {
  readonly title: string;
  readonly content: string;
  readonly matterCode?: string | undefined;
  readonly areaCode?: string | undefined;
}

const longestRead = 4_000;

/** A matter and a type are told by the words alone; a unit by matter and place besides. Nobody's name or number teaches anything. */
export function messageOf(kind: Kind, appeal: Appeal): Message {
  const title = withoutPeople(appeal.title);
  const detail = withoutPeople(appeal.content.slice(0, longestRead));
  if (kind !== 'unit') return { title, detail };
  const { matterCode = '', areaCode = '' } = appeal;
  return {
    title,
    detail,
    marks: [
      `matter:${matterCode}`,
      `group:${matterCode.slice(0, 4)}`,
      `county:${areaCode.slice(0, 6)}`,
      `matter:${matterCode}@${areaCode.slice(0, 6)}`,
      `matter:${matterCode}@${areaCode.slice(0, 9)}`,
    ],
  };
}
