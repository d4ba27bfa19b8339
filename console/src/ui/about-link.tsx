import { Link } from '@tanstack/react-router';
import { useMe } from '../shell/session.ts';

interface AboutLinkProps {
  about: { kind: string; id: string; label: string };
}

/** What a task, a letter, a visit is about, with the way there where it has a page. */
export function AboutLink({ about: { kind, id, label } }: AboutLinkProps) {
  const { scope } = useMe().account;
  if (kind === 'order')
    return (
      <Link to="/orders/$orderId" params={{ orderId: id }}>
        {label}
      </Link>
    );
  // A unit given something about an issue may hold none of its orders: then the page is closed to it.
  if (kind === 'issue' && scope === 'all')
    return (
      <Link to="/issues/$issueId" params={{ issueId: id }}>
        {label}
      </Link>
    );
  if (kind === 'meeting')
    return (
      <Link to="/meetings" search={{ tab: 'all', meeting: id }}>
        {label}
      </Link>
    );
  return label;
}
