import type { Mechanism, MechanismCondition } from '@minsheng/contract/mechanism-data.ts';
import { type CityIndex, unitsMeant } from '../city-index.ts';
import type { CityPack } from '../pack.ts';
import { text } from '../text.ts';
import { type Check, found, repeated } from './check.ts';

export const mechanismChecks: readonly Check[] = [
  {
    rule: '机制所指事项、区划、时限类别存在,编码不重复',
    find: (pack, index) => [
      ...repeated(pack.mechanisms, ({ code }) => code, text.twice),
      ...found(pack.mechanisms, ({ trigger, limits, compare, validFrom, validTo }) => [
        ...[...trigger.matters, ...compare]
          .filter((code) => !index.matterPrefixes.has(code))
          .map(text.unknownMatter),
        ...trigger.areas
          .filter((code) => !index.areas.has(code.padEnd(12, '0')))
          .map(text.unknownArea),
        ...(limits && !index.limits.has(limits.limitClass)
          ? [text.unknownClass(limits.limitClass)]
          : []),
        ...(validTo !== null && validTo < validFrom ? [text.endsBefore] : []),
      ]),
    ],
  },
  {
    rule: '机制所指单位存在且接单',
    find: (pack, index) =>
      found(pack.mechanisms, ({ route, joint }) => {
        const parties = [...(route?.assists ?? []), ...(route?.copies ?? [])];
        const named = [
          ...(route ? [route.lead] : []),
          ...parties.map((party) => (typeof party === 'string' ? party : party.unit)),
          ...(joint?.units ?? []),
        ];
        return [...new Set(named)].flatMap((words) => unitProblems(index, words));
      }),
  },
  {
    rule: '机制要素不重复,取自受理要素的真有这一项',
    find: (pack) => found(pack.mechanisms, (mechanism) => [...fieldProblems(mechanism, pack)]),
  },
  {
    rule: '机制的条件、指标、名单只用自己的要素,类型相符,敏感的不列出',
    find: (pack) => found(pack.mechanisms, (mechanism) => [...useProblems(mechanism, pack)]),
  },
];

function unitProblems(index: CityIndex, words: string): string[] {
  if (words.startsWith('{') && !words.startsWith('{county}')) return [text.mechanismHolder(words)];
  const reference = /^[a-z]/.test(words) ? `${index.rootCode}.${words}` : words;
  return unitsMeant(index, reference, index.rootCode.slice(0, 4)).flatMap((code) => {
    const unit = index.units.get(code);
    if (unit === undefined) return [text.unknownUnit(code)];
    return unit.takesOrders ? [] : [text.unitTakesNone(code)];
  });
}

/** 受理要素 of any matter that brings the mechanism on. */
const asked = ({ trigger }: Mechanism, { fields }: CityPack) =>
  fields
    .filter(({ matter }) =>
      trigger.matters.some((code) => code.startsWith(matter) || matter.startsWith(code)),
    )
    .flatMap((set) => set.fields);

function* fieldProblems(mechanism: Mechanism, pack: CityPack): Generator<string> {
  const seen = new Set<string>();
  const sources = asked(mechanism, pack);
  for (const { code, from, kind, choices } of mechanism.form) {
    if (seen.has(code)) yield text.codeTwice(code);
    seen.add(code);
    if (kind === 'choice' && choices.length < 2) yield text.noChoices(code);
    if (kind !== 'choice' && choices.length > 0) yield text.needlessChoices(code);
    if (from === null) continue;
    const same = sources.filter((field) => field.code === from);
    if (same.length === 0) yield text.mechanismFrom(from);
    else if (
      !same.some((field) => field.kind === kind || (kind === 'text' && field.kind === 'place'))
    )
      yield text.mechanismFromKind(from);
  }
  for (const { field } of answersAsked(mechanism))
    if (!sources.some(({ code }) => code === field)) yield text.mechanismFrom(field);
}

/** Answers of the appeal itself that decide whether or whom. */
const answersAsked = ({ trigger, route }: Mechanism) => [
  ...trigger.fields,
  ...[...(route?.assists ?? []), ...(route?.copies ?? [])].flatMap((party) =>
    typeof party === 'string' ? [] : [party.when],
  ),
];

interface Use {
  readonly code: string;
  readonly kinds: readonly string[] | null;
  readonly isListed: boolean;
}

const use = (code: string, kinds: readonly string[] | null = null): Use => ({
  code,
  kinds,
  isListed: false,
});
const listed = (code: string): Use => ({ code, kinds: null, isListed: true });
const numbers = ['money', 'count'];

function* useProblems(mechanism: Mechanism, pack: CityPack): Generator<string> {
  for (const { code, kinds, isListed } of usesOf(mechanism)) {
    const field = mechanism.form.find((one) => one.code === code);
    if (!field) yield text.mechanismField(code);
    else if (kinds && !kinds.includes(field.kind))
      yield text.mechanismKind(code, kinds.map((kind) => kindName[kind]).join('或'));
    else if (isListed && field.sensitive) yield text.mechanismSensitive(code);
  }
  for (const condition of conditionsOf(mechanism)) yield* answerProblems(mechanism, condition);
  const forms = pack.replyForms.filter(
    ({ matter }) =>
      matter === null ||
      mechanism.trigger.matters.some((code) => code.startsWith(matter) || matter.startsWith(code)),
  );
  for (const { wants } of mechanism.checks)
    if (
      'evidence' in wants &&
      !forms.some(({ evidence }) => evidence.some(({ code }) => code === wants.evidence))
    )
      yield text.mechanismEvidence(wants.evidence);
  const { season } = mechanism;
  if (season && !pack.calendar.some(({ name }) => name === season.dayOff))
    yield text.mechanismDayOff(season.dayOff);
}

const kindName: Readonly<Record<string, string>> = {
  money: '金额',
  count: '数量',
  date: '日期',
  text: '文字',
  choice: '选择',
  'yes-no': '是否',
};

function usesOf({ figures, repeat, joint, season, settleBy, dossier, ...rest }: Mechanism): Use[] {
  return [
    ...conditionsOf({ figures, dossier, checks: rest.checks }).flatMap(usesIn),
    ...figures.flatMap((figure) => {
      if (figure.kind === 'difference')
        return [use(figure.field, numbers), use(figure.less, numbers)];
      return 'field' in figure ? [use(figure.field, numbers)] : [];
    }),
    ...(joint?.shows ?? []).map(listed),
    ...[...(repeat?.by ?? []), ...(season?.by ?? [])].flatMap((code) => [
      listed(code),
      use(code, ['text']),
    ]),
    ...(dossier ? [listed(dossier.by), use(dossier.by, ['text'])] : []),
    ...(settleBy ? [use(settleBy.field, ['date'])] : []),
  ];
}

function conditionsOf({
  checks,
  figures,
  dossier,
}: Pick<Mechanism, 'checks' | 'figures' | 'dossier'>): MechanismCondition[] {
  return [
    ...checks.flatMap(({ when, wants }) => ('evidence' in wants ? when : [...when, wants])),
    ...figures.flatMap((figure) => [
      ...figure.where,
      ...(figure.kind === 'share' ? figure.of : []),
    ]),
    ...(dossier?.counts ?? []),
  ];
}

function usesIn(condition: MechanismCondition): Use[] {
  if ('positive' in condition) return [use(condition.positive, numbers)];
  if ('filled' in condition) return [use(condition.filled)];
  if ('same' in condition) return condition.same.map((code) => use(code));
  if ('differs' in condition) return condition.differs.map((code) => use(code));
  if ('day' in condition) return [use(condition.day, ['date'])];
  return 'field' in condition ? [use(condition.field, ['choice', 'yes-no'])] : [];
}

function answerProblems({ form }: Mechanism, condition: MechanismCondition): string[] {
  if (!('is' in condition)) return [];
  const field = form.find(({ code }) => code === condition.field);
  if (!field) return [];
  const answers = field.kind === 'yes-no' ? ['yes', 'no'] : field.choices.map(({ code }) => code);
  return condition.is
    .filter((answer) => !answers.includes(answer))
    .map((answer) => text.mechanismAnswer(field.code, answer));
}
