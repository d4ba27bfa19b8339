import type { dispatch, ReplyOf } from '@minsheng/contract';
import { Link } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { PrecedentList } from '../../ui/disputes/precedent-list.tsx';
import { Facts } from '../../ui/facts.tsx';
import { fullInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { dispatchText } from './text.ts';

export type Suggestion = ReplyOf<typeof dispatch.suggestion>;

const wordOf = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key;

function basisOf(because: NonNullable<Suggestion['because']>): string {
  const mark = because.mark === 'invented' ? ` (${dispatchText.invented})` : '';
  return `${because.basis}${mark}`;
}

function names(units: Suggestion['assists']): string {
  return units.map((unit) => unit.name).join('、');
}

function becauseFacts(because: NonNullable<Suggestion['because']>) {
  return [
    {
      label: dispatchText.matchedBy,
      value: dispatchText.matched(
        because.matterName,
        because.areaName,
        wordOf(dispatchText.timeWords, because.time),
      ),
    },
    { label: dispatchText.because, value: basisOf(because) },
    {
      label: dispatchText.level,
      value: [
        wordOf(dispatchText.levelWords, because.level),
        because.direct ? dispatchText.direct : '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    },
  ];
}

/** 裁定先例: what was ruled on much the same; a dispatcher may follow it with one press. */
function Precedents({ suggestion, onLead }: Pick<SuggestionPanelProps, 'suggestion' | 'onLead'>) {
  if (suggestion.precedents.length === 0) return null;
  return (
    <section className="gap-above" aria-label={dispatchText.precedents}>
      <h3>{dispatchText.precedents}</h3>
      <PrecedentList
        precedents={suggestion.precedents}
        lead={(unit) => (
          <Button size="small" onClick={() => onLead(unit.code)}>
            {unit.name}
          </Button>
        )}
      />
    </section>
  );
}

/** 相似已办件: where that comes from, to be opened and read. */
function ClosedAlike({ suggestion }: Pick<SuggestionPanelProps, 'suggestion'>) {
  if (suggestion.closedAlike.length === 0) return null;
  return (
    <section className="gap-above" aria-label={dispatchText.closedAlike}>
      <h3>{dispatchText.closedAlike}</h3>
      <ul className="plain-list">
        {suggestion.closedAlike.map(({ orderId, orderNo, title, matterName, unitName }) => (
          <li key={orderId}>
            <Link to="/orders/$orderId" params={{ orderId }}>
              {title === '' ? orderNo : title}
            </Link>
            <p className="soft">{[matterName, unitName].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** 历史相似办件: under the catalogue, which outranks it; each says what spoke for it. */
function LearntUnits({ suggestion, onLead }: Pick<SuggestionPanelProps, 'suggestion' | 'onLead'>) {
  if (suggestion.learnt.length === 0) return null;
  return (
    <section className="gap-above" aria-label={dispatchText.learnt}>
      <h3>{dispatchText.learnt}</h3>
      <p className="soft">{dispatchText.learntHelp}</p>
      <ul className="plain-list">
        {suggestion.learnt.map((unit) => (
          <li key={unit.code}>
            <Button onClick={() => onLead(unit.code)}>{unit.name}</Button>
            <p className="soft">{dispatchText.learntWhy(unit.probability, unit.words)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SuggestionPanelProps {
  suggestion: Suggestion;
  onUse: () => void;
  onLead: (unitCode: string) => void;
  placeDoubt: ReactNode;
}

/** 目录建议: whom the catalogue names, and the row it says so by. The decision stays a person's. */
export function SuggestionPanel({ suggestion, onUse, onLead, placeDoubt }: SuggestionPanelProps) {
  const { lead, because, limit } = suggestion;
  return (
    <Panel
      title={dispatchText.suggestion}
      extra={lead !== null && <Button onClick={onUse}>{dispatchText.useSuggestion}</Button>}
      className="suggestion"
    >
      {placeDoubt}
      {suggestion.mechanism && (
        <Alert type="info" showIcon title={dispatchText.mechanism(suggestion.mechanism.name)} />
      )}
      {suggestion.isBackstop && <Alert type="warning" showIcon title={dispatchText.isBackstop} />}
      {lead === null ? (
        <p>{dispatchText.noSuggestion}</p>
      ) : (
        <p className="suggested-lead">{lead.name}</p>
      )}
      <Facts
        facts={[
          { label: dispatchText.assists, value: names(suggestion.assists) },
          { label: dispatchText.linkage, value: names(suggestion.linkage) },
          ...suggestion.demands.map(({ danger, units }) => ({
            label: dispatchText.demand,
            value: dispatchText.demandWords(danger, names(units)),
          })),
          { label: dispatchText.copies, value: names(suggestion.copies) },
          { label: dispatchText.backstop, value: suggestion.backstop?.name ?? null },
          ...(because === null ? [] : becauseFacts(because)),
          {
            label: dispatchText.limit,
            value: dispatchText.limitWords(limit.signMinutes, limit.contact, limit.handle),
          },
          {
            label: dispatchText.dueAt,
            value: suggestion.dueAt === null ? null : fullInstant(suggestion.dueAt),
          },
        ]}
      />
      <Precedents suggestion={suggestion} onLead={onLead} />
      <LearntUnits suggestion={suggestion} onLead={onLead} />
      <ClosedAlike suggestion={suggestion} />
      {because !== null && because.beat.length > 0 && (
        <details className="soft">
          <summary>{dispatchText.beat(because.beat.length)}</summary>
          {because.beat.join('、')}
        </details>
      )}
    </Panel>
  );
}
