import { App, Button } from 'antd';

interface ConfirmButtonProps {
  label: string;
  /** What cannot be undone afterwards. */
  help: string;
  isPending: boolean;
  onSure: () => void;
}

/** A step that is asked about once more. */
export function ConfirmButton({ label, help, isPending, onSure }: ConfirmButtonProps) {
  const { modal } = App.useApp();
  const ask = () => modal.confirm({ title: label, content: help, okText: label, onOk: onSure });
  return (
    <Button type="primary" loading={isPending} onClick={ask}>
      {label}
    </Button>
  );
}
