import type { notices as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { type Role, roles, roleWords } from '@minsheng/contract/words/roles.ts';
import { type MessageName, messageFacts } from '../../city/index.ts';
import type { Context } from '../../platform/context.ts';
import { templates } from './messages.repo.ts';
import { allHours, rules } from './rules.repo.ts';
import { previewFacts, text } from './text.ts';
import { filled, today, wordsFor } from './words-of.ts';

type Rule = ReplyOf<typeof contract.readRules>['rules'][number];

/** 通知规则: who is told what by which way, as it would read, with invented values. */
export async function readRules(ctx: Context): Promise<ReplyOf<typeof contract.readRules>> {
  const words = await templates(ctx);
  const on = today(ctx);
  const known = await rules(ctx);
  const names = Object.keys(messageFacts).filter(isName);
  return {
    rules: names.flatMap((message): Rule[] => {
      const rule = known.get(message);
      if (!rule) return [];
      const { audience, urgency, channels, readers } = rule;
      const ways = channels.map((way) => ({
        way,
        words: filled(wordsFor(words, message, { way, on }), previewFacts).trimEnd(),
      }));
      return [{ message, audience, urgency, ways, readers: readers.map(readerLabel) }];
    }),
    hours: [...(await allHours(ctx))],
  };
}

const isName = (name: string): name is MessageName => name in messageFacts;

const centre = 'centre:';

function readerLabel(reader: string): string {
  if (reader === 'workers') return text.workers;
  const name = reader.startsWith(centre) ? reader.slice(centre.length) : reader;
  const role = roles.find((one): one is Role => one === name);
  const label = role ? roleWords[role].label : name;
  return reader.startsWith(centre) ? text.ofCentre(label) : label;
}
