import {
  assignmentRoleLabel,
  assignmentStateLabel,
  filePurposeLabel,
  filePurposes,
} from '@minsheng/contract/words/assignment.ts';
import { momentWords } from '../../shell/clock.ts';
import { shellText } from '../../shell/text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { ability } from './abilities.ts';
import { AskedPart } from './asked-part.tsx';
import type { Duty, DutyScreenProps } from './duty.ts';
import { DutyPhotos } from './duty-photos.tsx';
import { mapAddress } from './map-address.ts';
import { useFrontLine } from './session.ts';
import { StepsBar } from './steps-bar.tsx';
import { frontLineText } from './text.ts';
import { TimeLeftWords } from './time-left-words.tsx';
import { UrgencyTag } from './urgency-tag.tsx';
import { placeWords, wordFor } from './word-for.ts';

const words = frontLineText.duty;

interface DutyPageProps extends DutyScreenProps {
  /** What was done last on this duty. */
  said: string | null;
  /** Why the page could not be refreshed. */
  trouble: string | null;
}

/** 任务: what, where, how long, and three big buttons under the thumb. */
export function DutyPage({ duty, home, done, said, trouble }: DutyPageProps) {
  const isAlone = useFrontLine().session.duty !== null;
  return (
    <Page
      title={duty.title}
      {...(isAlone ? {} : { back: { href: '#/' } })}
      foot={<StepsBar duty={duty} home={home} done={done} />}
    >
      {said ? <Notice kind="good">{said}</Notice> : null}
      {trouble ? <Notice kind="warn">{shellText.stale(trouble)}</Notice> : null}
      <p className="tags">
        <UrgencyTag urgency={duty.urgency} />
        <span className="tag">{wordFor(assignmentRoleLabel, duty.role)}</span>
        <span className="tag">{wordFor(assignmentStateLabel, duty.state)}</span>
        <span className="tag">{duty.unitName}</span>
        {duty.fixedAt ? (
          <span className="tag">{words.fixedAt(momentWords(duty.fixedAt))}</span>
        ) : null}
      </p>
      <Clocks duty={duty} />
      <WherePart duty={duty} />
      <WhatPart duty={duty} />
      <AskedPart duty={duty} />
      <MoreActs duty={duty} home={home} />
      <OthersPart duty={duty} />
      <RepliesPart duty={duty} />
    </Page>
  );
}

function Clocks({ duty }: { duty: Duty }) {
  const { due } = frontLineText;
  const isOpen = ['sent', 'signed', 'contacted', 'delegated'].includes(duty.state);
  if (!isOpen) return null;
  return (
    <section className="card clocks">
      {duty.state === 'sent' && duty.signDueAt ? (
        <TimeLeftWords label={due.sign} dueAt={duty.signDueAt} />
      ) : null}
      {duty.mustContact && duty.contactDueAt && duty.state !== 'contacted' ? (
        <TimeLeftWords label={due.contact} dueAt={duty.contactDueAt} />
      ) : null}
      {duty.dueAt ? <TimeLeftWords label={due.finish} dueAt={duty.dueAt} /> : null}
    </section>
  );
}

function WherePart({ duty }: { duty: Duty }) {
  const map = mapAddress(duty, navigator.userAgent);
  return (
    <section className="card">
      <h2>{words.where}</h2>
      <p>{placeWords(duty.areaName, duty.address)}</p>
      {map ? (
        <a className="button is-wide" href={map}>
          {words.map}
        </a>
      ) : null}
    </section>
  );
}

function WhatPart({ duty }: { duty: Duty }) {
  return (
    <section className="card">
      <h2>{words.what}</h2>
      <p className="hint">
        {duty.matterName} · {words.number} {duty.orderNo}
      </p>
      <p className="content">{duty.content}</p>
      {duty.note ? (
        <>
          <h3>{words.note}</h3>
          <p className="content">{duty.note}</p>
        </>
      ) : null}
      <FilesByPurpose files={duty.files} />
    </section>
  );
}

/** 按用途分组: what the citizen sent is not taken for what was found or done. */
function FilesByPurpose({ files }: Pick<Duty, 'files'>) {
  return filePurposes.map((purpose) => {
    const own = files.filter((file) => file.purpose === purpose);
    if (own.length === 0) return null;
    return <DutyPhotos key={purpose} title={filePurposeLabel[purpose]} files={own} />;
  });
}

/** 联动单位: each side sees how far the other is. */
function OthersPart({ duty }: { duty: Duty }) {
  if (duty.others.length === 0) return null;
  return (
    <section className="card">
      <h2>{words.others}</h2>
      {duty.others.map((other) => (
        <div key={`${other.unitName} ${other.role}`} className="other-unit">
          <p>
            <b>{other.unitName}</b>{' '}
            <span className="tag">{wordFor(assignmentRoleLabel, other.role)}</span>
            <span className="tag">{wordFor(assignmentStateLabel, other.state)}</span>
            {other.arrivedAt ? <span>{words.arrived(momentWords(other.arrivedAt))}</span> : null}
          </p>
          {other.firstPhotoId ? (
            <DutyPhotos title={words.photos} files={[{ id: other.firstPhotoId, mayOpen: true }]} />
          ) : null}
        </div>
      ))}
    </section>
  );
}

function MoreActs({ duty, home }: { duty: Duty; home: string }) {
  const acts = [
    { may: ability.contact, screen: 'contact', label: words.contact },
    { may: ability.askInfo, screen: 'ask', label: words.ask },
  ].filter((act) => duty.abilities.includes(act.may));
  if (acts.length === 0) return null;
  return (
    <section className="card">
      <h2>{words.more}</h2>
      {acts.map((act) => (
        <a key={act.screen} className="button is-wide" href={`${home}/${act.screen}`}>
          {act.label}
        </a>
      ))}
    </section>
  );
}

function RepliesPart({ duty }: { duty: Duty }) {
  if (duty.replies.length === 0) return null;
  return (
    <section className="card">
      <h2>{words.replies}</h2>
      {duty.replies.map((reply) => (
        <div key={`${reply.at} ${reply.unitName}`}>
          <p className="hint">
            {momentWords(reply.at)} {reply.unitName}{' '}
            {wordFor(frontLineText.finish.solvedOptions, reply.isSolved)}
          </p>
          <p className="answer">{reply.publicAnswer}</p>
        </div>
      ))}
    </section>
  );
}
