import { briefs } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { Facts } from '../../ui/facts.tsx';
import { fullInstant, shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { ScanFound } from '../../ui/scan-found.tsx';
import { SignBrief, WriteBrief } from './brief-forms.tsx';
import { type Brief, briefQuery, staleBriefs } from './briefs.queries.ts';
import { Notes } from './notes-panel.tsx';
import { briefText as words } from './text.ts';

/** 一份专报. */
export function BriefDetail({ briefId }: { briefId: string }) {
  const found = useQuery(briefQuery(briefId));
  return (
    <Ask of={found}>
      {(brief) => (
        <div className="stack">
          <Whole brief={brief} />
          {brief.state === 'signed' && <Notes brief={brief} />}
        </div>
      )}
    </Ask>
  );
}

function Whole({ brief }: { brief: Brief }) {
  const { title, briefNo, state, sections, can } = brief;
  return (
    <Panel title={briefNo === null ? title : `${briefNo} ${title}`} extra={<Acts brief={brief} />}>
      <About brief={brief} />
      {state === 'making' && <p role="status">{words.making}</p>}
      {can.write && <ScanFound found={brief.scan} />}
      {state !== 'making' && (
        <div className="stack">
          {sections.map(({ heading, lines }) => (
            <section key={heading}>
              <h3>{heading}</h3>
              {lines.length === 0 && <p className="soft">{words.empty}</p>}
              {lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </section>
          ))}
          {brief.digest !== null && <Check brief={brief} />}
        </div>
      )}
    </Panel>
  );
}

function About({ brief }: { brief: Brief }) {
  const { from, to, digest, signedBy, signedAt, withdrawnReason } = brief;
  return (
    <>
      {withdrawnReason !== null && <p role="alert">{words.voidFor(withdrawnReason)}</p>}
      <Facts
        facts={[
          { label: words.facts.cutoff, value: fullInstant(brief.cutoffAt) },
          {
            label: words.facts.span,
            value: from === null || to === null ? null : words.span(from, to),
          },
          {
            label: words.facts.version,
            value: digest && words.version(brief.cityVersion, brief.definitions, digest),
          },
          { label: words.facts.by, value: brief.writtenBy },
          {
            label: words.facts.signed,
            value: signedAt && `${signedBy ?? ''} ${shortInstant(signedAt)}`,
          },
        ]}
      />
    </>
  );
}

function Acts({ brief }: { brief: Brief }) {
  const { id: briefId, state, can } = brief;
  const withdraw = useAct(briefs.withdrawBrief, {
    done: words.withdrawn,
    stale: staleBriefs,
    quiet: true,
  });
  const at = (what: 'print' | 'docx') => `/api/briefs/${briefId}/${what}`;
  return (
    <span className="inline">
      {can.write && <WriteBrief brief={brief} />}
      {can.sign && <SignBrief brief={brief} />}
      {state !== 'making' && (
        <>
          <Button href={at('print')} target="_blank">
            {words.print}
          </Button>
          <Button href={at('docx')}>{words.docx}</Button>
        </>
      )}
      {can.withdraw && (
        <ReasonButton
          label={words.withdraw}
          danger
          needed
          act={withdraw}
          input={(reason) => ({ briefId, reason })}
        />
      )}
    </span>
  );
}

function Check({ brief: { id: briefId, check } }: { brief: Brief }) {
  const act = useAct(briefs.checkBrief, { done: words.checkAsked, stale: staleBriefs });
  return (
    <p className="inline">
      <Button loading={act.isPending} onClick={() => act.mutate({ briefId })}>
        {words.check}
      </Button>
      {check !== null && <span role="status">{checkWords(check)}</span>}
    </p>
  );
}

function checkWords({ askedAt, isSame }: NonNullable<Brief['check']>): string {
  if (isSame === null) return words.checking;
  return isSame ? words.same(shortInstant(askedAt)) : words.other(shortInstant(askedAt));
}
