import {
  auditWordLabel,
  type RefusalCode,
  type Role,
  refusals,
  roleWords,
} from '@minsheng/contract';
import { shortInstant } from '../../ui/format.ts';
import type { Line } from './audit.queries.ts';
import { factName, auditText as words } from './text.ts';

/** 一条审计记录: who, what, about what; a no with its sentence. */
export function AuditLine({ line }: { line: Line }) {
  const { at, word, account, actorKind, unitName, facts, refusal, method, path } = line;
  const who = account ? words.person(account.name, account.login) : words.kind(actorKind);
  return (
    <div className="row audit-line">
      <span className="row-title">
        {auditWordLabel[word] ?? word}{' '}
        {refusal !== null && <span className="chip chip-alarm">{words.refused}</span>}
      </span>
      <span className="row-meta">
        {[shortInstant(at), who, unitName].filter((part) => part !== null).join(' · ')}
      </span>
      {facts.length > 0 && (
        <dl className="audit-facts">
          {facts.map(({ name, value }) => (
            <div key={name}>
              <dt>{factName(name)}</dt>
              <dd className="mono">{factValue(name, value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {refusal !== null && <span className="row-meta">{sentenceOf(refusal)}</span>}
      <span className="soft mono audit-path">{`${method} ${path}`}</span>
    </div>
  );
}

const isRefusal = (code: string): code is RefusalCode => code in refusals;

/** What filled its gaps then is not kept. */
const sentenceOf = (code: string): string =>
  isRefusal(code) ? refusals[code][1].replace(/\{\w+\}/g, '…') : code;

const isRole = (word: string): word is Role => word in roleWords;

/** Roles by their names, yes and no in words. */
function factValue(name: string, value: string): string {
  if (value === 'true' || value === 'false') return value === 'true' ? words.yes : words.no;
  if (!/roles$/i.test(name)) return value;
  return value
    .split('、')
    .map((word) => (isRole(word) ? roleWords[word].label : word))
    .join('、');
}
