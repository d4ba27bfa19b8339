import { Modal } from 'antd';
import { keySheetText } from './text.ts';

/** 快捷键一览. */
export function KeySheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Modal
      title={keySheetText.title}
      open={open}
      onCancel={onClose}
      onOk={onClose}
      footer={null}
      destroyOnHidden
    >
      <p className="soft">{keySheetText.note}</p>
      <dl className="facts">
        {keySheetText.rows.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd className="kbd">{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
