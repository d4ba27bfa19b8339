/** 事项与规则: the tree, its fields, questions, reply forms and limits, all of them data. */
export { checkFields } from './check-fields.ts';
export { endDatedLimits, putDatedLimits } from './dated-limits.ts';
export { answersOf, faultOf, isBlank } from './field-value.ts';
export type { MatterField } from './fields.repo.ts';
export {
  type FieldReader,
  fieldsFor,
  type ShownField,
  shownFields,
  valueWords,
} from './fields-for.ts';
export { isSerious } from './is-serious.ts';
export {
  centreLimit,
  type LimitAnswer,
  type LimitQuestion,
  limitClass,
  limitFor,
  statutoryFor,
} from './limit-for.ts';
export { limitVersionOf, ownRow, versionWords } from './limit-version.ts';
export { linkageBasis, linkageRows, rowsFitting } from './linkage-lists.ts';
export {
  heirs,
  inForceFor,
  type Matter,
  matter,
  matterInForce,
  matterNames,
  matterTree,
  prefixName,
} from './matters.repo.ts';
export { namedIn } from './named-in.ts';
export { type NamesOfMatter, namesOfMatters } from './names-of-matters.ts';
export { mappedCodes, type Net, nets } from './nets.ts';
export {
  isAt,
  nearQuiet,
  putQuiet,
  type Quiet,
  quietOf,
  type ToldPlace,
} from './quiet-sites.ts';
export { replyForm } from './reply-form-for.ts';
export {
  type BriefTemplate,
  briefTemplates,
  calmWords,
  clueKinds,
  type Disposition,
  dangerExamples,
  dangerKinds,
  dangerWords,
  dispositions,
  emergencyGroups,
  type LimitClass,
  type LinkageRow,
  linkageUnits,
  type Regulation,
  type ReplyForm,
  type RetentionClass,
  regulationArticles,
  regulations,
  retentionClasses,
  type SignalKindRule,
  signalKindRules,
  type Trigger,
  triggers,
} from './rules.ts';
