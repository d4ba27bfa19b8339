import { Alert } from 'antd';

/** Why the server said no, in its own sentence, beside the button that was pressed. */
export function WhyRefused({ error }: { error: Error | null }) {
  if (error === null) return null;
  return <Alert className="gap-below" type="error" showIcon role="alert" title={error.message} />;
}
