import { Link } from '@tanstack/react-router';

interface AboutLinkProps {
  about: { kind: string; id: string; label: string; mayOpen: boolean };
}

/** What a task, a letter, a visit is about, with the way there where it has a page and this person may open it. */
export function AboutLink({ about: { kind, id, label, mayOpen } }: AboutLinkProps) {
  if (!mayOpen) return label;
  if (kind === 'order')
    return (
      <Link to="/orders/$orderId" params={{ orderId: id }}>
        {label}
      </Link>
    );
  if (kind === 'issue')
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
  if (kind === 'warning')
    return (
      <Link to="/warnings" search={{ warning: id }}>
        {label}
      </Link>
    );
  if (kind === 'campaign')
    return (
      <Link to="/campaigns" search={{ campaign: id }}>
        {label}
      </Link>
    );
  if (kind === 'site')
    return (
      <Link to="/ledgers" search={{ tab: 'all', site: id }}>
        {label}
      </Link>
    );
  if (kind === 'watch')
    return (
      <Link to="/nodes" search={{ watch: id }}>
        {label}
      </Link>
    );
  return label;
}
