import { type ReplyOf, signIn } from '@minsheng/contract';
import { Button, QRCode, Typography } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { WhyRefused } from '../../ui/why-refused.tsx';
import { CodeForm } from './code-form.tsx';
import { factorText as words } from './security-text.ts';

type Begun = ReplyOf<typeof signIn.beginFactor>;

/** 绑定验证器: begin, scan, give the first code, keep the recovery codes. */
export function BindFactor({ onDone }: { onDone: () => void }) {
  const [begun, setBegun] = useState<Begun | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const begin = useAct(signIn.beginFactor, {
    done: null,
    stale: [],
    quiet: true,
    onDone: setBegun,
  });
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  if (begun) return <Scan begun={begun} onBound={({ recoveryCodes }) => setCodes(recoveryCodes)} />;
  return (
    <>
      <WhyRefused error={begin.error} />
      <Button
        type="primary"
        size="large"
        loading={begin.isPending}
        onClick={() => begin.mutate({})}
      >
        {words.begin}
      </Button>
    </>
  );
}

interface ScanProps {
  begun: Begun;
  onBound: (bound: ReplyOf<typeof signIn.bindFactor>) => void;
}

function Scan({ begun, onBound }: ScanProps) {
  const bind = useAct(signIn.bindFactor, { done: null, stale: [], quiet: true, onDone: onBound });
  return (
    <div className="stack">
      <p>{words.scan}</p>
      <div className="factor-code">
        <QRCode type="svg" value={begun.uri} size={200} errorLevel="L" aria-label={words.qr} />
      </div>
      <p className="soft">{words.typed}</p>
      <Typography.Text copyable className="mono factor-secret">
        {begun.secret}
      </Typography.Text>
      <CodeForm
        label={words.firstCode}
        needed={words.firstCodeNeeded}
        submit={words.bind}
        error={bind.error}
        isPending={bind.isPending}
        onCode={(code) => bind.mutate({ code })}
      />
    </div>
  );
}

interface CodesProps {
  codes: readonly string[];
  onDone: () => void;
}

/** 恢复码: on the screen once; a word closes it, so that no stray click loses them. */
function RecoveryCodes({ codes, onDone }: CodesProps) {
  return (
    <section className="stack" aria-label={words.codesTitle}>
      <h2>{words.codesTitle}</h2>
      <p>{words.codesOnce}</p>
      <ul className="plain-list mono factor-recovery">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Button type="primary" size="large" onClick={onDone}>
        {words.codesDone}
      </Button>
    </section>
  );
}
