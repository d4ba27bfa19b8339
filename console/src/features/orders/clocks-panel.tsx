import { useQuery } from '@tanstack/react-query';
import { Ask } from '../../ui/ask.tsx';
import { fullInstant, officeSpanText, shortInstant, spanText } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { type ClockView, clocksQuery, type StatutoryView } from './order.queries.ts';
import { clockNames, clockText, orderText, statutoryText } from './text.ts';

function Verdict({ clock }: { clock: ClockView }) {
  if (clock.isMet === null)
    return <span className="chip chip-busy">{clockText.state[clock.state]}</span>;
  return clock.isMet ? (
    <span className="chip chip-good">{clockText.met}</span>
  ) : (
    <span className="chip chip-alarm">{clockText.missed}</span>
  );
}

const spanOf = ({ countsOfficeHours }: ClockView) =>
  countsOfficeHours ? officeSpanText : spanText;

const isCounted = ({ kind }: ClockView['lines'][number]): boolean =>
  kind === 'counted' || kind === 'make-up';

/** 逐段说明: what counted and what did not, and why; the last line is their sum, which is the clock's reading. */
function Lines({ clock }: { clock: ClockView }) {
  const span = spanOf(clock);
  const total = clock.lines.reduce((sum, line) => sum + line.minutes, 0);
  return (
    <div className="table-scroll">
      <table className="lines">
        <thead>
          <tr>
            <th scope="col">{clockText.lineFrom}</th>
            <th scope="col">{clockText.lineTo}</th>
            <th scope="col">{clockText.lineKind}</th>
            <th scope="col">{clockText.lineMinutes}</th>
            <th scope="col">{clockText.lineLabel}</th>
          </tr>
        </thead>
        <tbody>
          {clock.lines.map((line) => (
            <tr key={`${line.from}${line.kind}`} className={`line-${line.kind}`}>
              <td>{shortInstant(line.from)}</td>
              <td>{shortInstant(line.to)}</td>
              <td>{clockText.lineKinds[line.kind]}</td>
              <td>{isCounted(line) ? span(line.minutes) : '—'}</td>
              <td>{line.label}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              {clockText.total}
            </th>
            <td>{span(total)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** In one measure: of so many office hours so many are used up, or plain time. */
function elapsedWords(clock: ClockView): string {
  const span = spanOf(clock);
  const { elapsedMinutes, limitMinutes, countsOfficeHours } = clock;
  if (!countsOfficeHours || limitMinutes === null)
    return `${clockText.elapsed} ${span(elapsedMinutes)}`;
  return clockText.ofOfficeHours(span(elapsedMinutes), span(limitMinutes));
}

/** 时限依据. */
function ruleWords({ rule }: ClockView): string {
  if (rule === null) return '';
  const { limitClass, row, on, version } = rule;
  return row === null
    ? clockText.byMatter(limitClass, on, version)
    : clockText.byRow(limitClass, row, on, version);
}

function Clock({ clock }: { clock: ClockView }) {
  const facts = [
    `${clockText.from} ${fullInstant(clock.startedAt)}`,
    clock.endedAt === null ? '' : `${clockText.end} ${fullInstant(clock.endedAt)}`,
    clock.dueAt === null ? '' : `${clockText.due} ${fullInstant(clock.dueAt)}`,
    clock.dueNote,
    elapsedWords(clock),
    clock.limitLabel === '' ? '' : `${clockText.limit} ${clock.limitLabel}`,
    ruleWords(clock),
    clock.isProvisional ? clockText.provisional : '',
  ].filter((part) => part !== '');
  return (
    <li className="duty">
      <p className="row-tags">
        <strong>{clockNames[clock.name]}</strong>
        {clock.unitName !== null && <span>{clock.unitName}</span>}
        <Verdict clock={clock} />
      </p>
      <p className="soft">{facts.join(' · ')}</p>
      {clock.lines.length > 0 && (
        <details>
          <summary>{clockText.explain}</summary>
          <Lines clock={clock} />
        </details>
      )}
    </li>
  );
}

/** 法定时限: the law's steps beside our promise, so that nobody takes one for the other. */
function Statutory({ rows }: { rows: readonly StatutoryView[] }) {
  return (
    <section>
      <h3>{statutoryText.title}</h3>
      <p className="soft">{statutoryText.intro}</p>
      <div className="table-scroll">
        <table className="lines">
          <thead>
            <tr>
              <th scope="col">{statutoryText.stage}</th>
              <th scope="col">{statutoryText.limit}</th>
              <th scope="col">{statutoryText.due}</th>
              <th scope="col">{statutoryText.basis}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.stage}${row.basis}`}>
                <td>{row.stage}</td>
                <td>{limitOf(row)}</td>
                <td>{dueOf(row)}</td>
                <td>{`${row.basis}${row.isUnverified ? statutoryText.unverified : ''}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const limitOf = ({ limitLabel, extensionLabel }: StatutoryView): string =>
  extensionLabel === null ? limitLabel : statutoryText.extendable(limitLabel, extensionLabel);

function dueOf({ dueAt, extendedDueAt, isProvisional }: StatutoryView): string {
  const due = fullInstant(dueAt);
  const whole =
    extendedDueAt === null ? due : statutoryText.extended(due, fullInstant(extendedDueAt));
  return isProvisional ? `${whole}(${clockText.provisional})` : whole;
}

/** 时限: every clock, each able to say how it was counted. */
export function ClocksPanel({ orderId }: { orderId: string }) {
  const clocks = useQuery(clocksQuery(orderId));
  return (
    <Panel title={orderText.clocks}>
      <Ask of={clocks}>
        {({ rows, statutory }) => (
          <>
            {rows.length === 0 ? (
              <p className="soft">{orderText.noClocks}</p>
            ) : (
              <ul className="plain-list">
                {rows.map((clock) => (
                  <Clock
                    key={`${clock.name}${clock.unitName ?? ''}${clock.startedAt}`}
                    clock={clock}
                  />
                ))}
              </ul>
            )}
            {statutory.length > 0 && <Statutory rows={statutory} />}
          </>
        )}
      </Ask>
    </Panel>
  );
}
