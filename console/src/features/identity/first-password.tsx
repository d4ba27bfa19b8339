import { Button, Modal, Typography } from 'antd';
import { Facts } from '../../ui/facts.tsx';
import { rightsText } from './rights-text.ts';
import { firstPasswordText as words } from './text.ts';

export interface HandedOut {
  accountId: string;
  login: string;
  firstPassword: string;
  rightsWait: boolean;
}

/** 首次密码: shown once; closing it takes a word, so that no stray click loses it. */
export function FirstPassword({ handed, onDone }: { handed: HandedOut; onDone: () => void }) {
  return (
    <Modal
      title={words.title}
      open
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onDone}>
          {words.done}
        </Button>
      }
    >
      <p className="gap-below">{words.once}</p>
      {handed.rightsWait && <p className="gap-below">{rightsText.madeWaits}</p>}
      <Facts
        facts={[
          { label: words.login, value: <span className="mono">{handed.login}</span> },
          {
            label: words.password,
            value: (
              <Typography.Text copyable strong className="mono handed-out">
                {handed.firstPassword}
              </Typography.Text>
            ),
          },
        ]}
      />
    </Modal>
  );
}
