import type { FieldSet, MatterField } from '../guidance-rows.ts';
import type { CityPack } from '../pack.ts';
import { text } from '../text.ts';
import { type Check, found, repeated } from './check.ts';

/** Domain 2.12: every way of telling somebody another door. */
const dispositionCodes = Array.from({ length: 12 }, (_, at) => `DG${at + 1}`);
const choiceKinds = ['choice', 'choices'];

export const guidanceChecks: readonly Check[] = [
  {
    rule: '要素、提问、答复表所指事项存在,同一事项不写两遍',
    find: (pack, index) => [
      ...[pack.fields, pack.questions].flatMap((rows) =>
        found<{ matter: string }>(rows, ({ matter }) =>
          index.matterPrefixes.has(matter) ? null : text.unknownMatter(matter),
        ),
      ),
      ...found(pack.replyForms, ({ matter }) =>
        matter === null || index.matterPrefixes.has(matter) ? null : text.unknownMatter(matter),
      ),
      ...repeated(pack.fields, (set) => set.matter, text.twice),
      ...repeated(pack.replyForms, (form) => form.matter ?? '-', text.twice),
      ...repeated(pack.questions, ({ matter, order }) => `${matter} ${order}`, text.twice),
    ],
  },
  {
    rule: '日常说法所指事项存在,有词可说',
    find: (pack, index) =>
      found(pack.everydayWords, ({ matter, words }) => {
        if (!index.matterPrefixes.has(matter)) return text.unknownMatter(matter);
        return words.length === 0 ? text.noEverydayWords : null;
      }),
  },
  {
    rule: '导入映射的默认事项在用',
    find: (pack, index) =>
      found(pack.importMappings, ({ defaults }) =>
        index.leaves.some(({ code }) => code === defaults.matter)
          ? null
          : text.unknownMatter(defaults.matter),
      ),
  },
  {
    rule: '要素代码与选项不重复,选择题有选项',
    find: (pack) => found(pack.fields, ({ fields }) => [...fieldProblems(fields)]),
  },
  {
    rule: '要素的必填条件指向看得见的要素和真有的选项',
    find: (pack) => found(pack.fields, (set) => conditionProblems(set, pack.fields)),
  },
  {
    rule: '每个在用事项有要素、有自己的提问、有答复表',
    find: (pack, index) =>
      found(index.leaves, ({ code }) => {
        const missing: string[] = [];
        if (!pack.fields.some((set) => code.startsWith(set.matter)))
          missing.push(text.noFields(code));
        if (!pack.questions.some((row) => row.matter === code))
          missing.push(text.noQuestions(code));
        const hasForm = pack.replyForms.some((form) => code.startsWith(form.matter ?? ''));
        return hasForm ? missing : [...missing, text.noReplyForm(code)];
      }),
  },
  {
    rule: '答复表的证据代码不重复',
    find: (pack) =>
      found(pack.replyForms, ({ evidence }) => {
        const double = firstRepeated(evidence.map((item) => item.code));
        return double === null ? null : text.codeTwice(double);
      }),
  },
  {
    rule: '分类告知齐全,不重复',
    find: (pack) => [
      ...repeated(pack.dispositions, (row) => row.code, text.twice),
      ...missingDispositions(pack),
    ],
  },
];

function* fieldProblems(fields: readonly MatterField[]): Generator<string> {
  const double = firstRepeated(fields.map((field) => field.code));
  if (double !== null) yield text.codeTwice(double);
  for (const { code, kind, choices } of fields) {
    const takesChoices = choiceKinds.includes(kind);
    if (takesChoices && choices.length < 2) yield text.noChoices(code);
    if (!takesChoices && choices.length > 0) yield text.needlessChoices(code);
    const same = firstRepeated(choices.map((choice) => choice.code));
    if (same !== null) yield text.choiceTwice(code, same);
  }
}

function conditionProblems(set: FieldSet, sets: readonly FieldSet[]): string[] {
  const seen = sets
    .filter((other) => set.matter.startsWith(other.matter))
    .flatMap((other) => other.fields);
  return set.fields.flatMap(({ code, required }) => {
    if (typeof required === 'string') return [];
    const on = seen.find((field) => field.code === required.field);
    if (on === undefined || on.code === code) return [text.conditionField(code, required.field)];
    const answers = on.kind === 'yes-no' ? ['yes', 'no'] : on.choices.map((choice) => choice.code);
    return required.is
      .filter((answer) => !answers.includes(answer))
      .map((answer) => text.conditionAnswer(code, required.field, answer));
  });
}

function missingDispositions(pack: CityPack) {
  const at = pack.dispositions[0]?.at;
  if (at === undefined) return [];
  const known = new Set(pack.dispositions.map((row) => row.code));
  return dispositionCodes
    .filter((code) => !known.has(code))
    .map((code) => ({ ...at, reason: text.dispositionMissing(code) }));
}

function firstRepeated(codes: readonly string[]): string | null {
  return codes.find((code, at) => codes.indexOf(code) !== at) ?? null;
}
