import type { PreviewView, StatusView } from '../../ipc/call';

/** A line of what leaves: a kind, or all that have no line of their own. */
export type Leaving = { kind: string; rows: number };

/** Kinds in the order in which a person knows them. */
const KNOWN = ['entry', 'answer', 'visit', 'cooperative', 'officer', 'remark', 'event', 'attachment', 'assignment', 'person', 'form'];

/** At most so many lines, the last of them for the rest; nothing is counted twice or left out. */
export function leaving(kinds: Leaving[], lines_max: number): Leaving[] {
  const rank = (kind: string) => (KNOWN.indexOf(kind) + KNOWN.length + 1) % (KNOWN.length + 1);
  const there = kinds.filter(({ rows }) => rows > 0).sort((a, b) => rank(a.kind) - rank(b.kind) || (a.kind < b.kind ? -1 : 1));
  const named = there.filter(({ kind }) => KNOWN.includes(kind));
  const fits = named.length === there.length && there.length <= lines_max;
  const own = fits ? named : named.slice(0, lines_max - 1);
  const rest = there.filter((one) => !own.includes(one)).reduce((sum, { rows }) => sum + rows, 0);
  return rest > 0 ? [...own, { kind: 'other', rows: rest }] : own;
}

/** A fact known before anything is done. */
export type Fact = { tone: 'good' | 'attention' | 'plain'; id: string; count?: number; name?: string };

/** What is true now of the central folder and of this laptop; nothing is said that was not looked at. */
export function facts(preview: PreviewView, status: StatusView): Fact[] {
  const said: Fact[] = [{ tone: 'good', id: 'exchange-fact-programme', name: status.programme }];
  const sends = preview.send + preview.send_files + preview.send_attachments;
  if (sends === 0) said.push({ tone: 'good', id: 'exchange-fact-nothing-to-send' });
  else if (preview.send === 0 && preview.send_files > 0) {
    said.push({ tone: 'plain', id: 'exchange-fact-lacking', count: preview.send_files });
  }
  else if (preview.send === 0) said.push({ tone: 'plain', id: 'exchange-fact-evidence', count: preview.send_attachments });
  if (preview.receive_files + preview.receive_attachments === 0) said.push({ tone: 'plain', id: 'exchange-fact-nothing-to-receive' });
  if (!status.health.clock_ok) said.push({ tone: 'attention', id: 'exchange-fact-clock' });
  if (status.conflicts > 0) said.push({ tone: 'attention', id: 'exchange-fact-conflicts', count: status.conflicts });
  if (status.health.waiting > 0) said.push({ tone: 'plain', id: 'exchange-fact-waiting', count: status.health.waiting });
  if (status.drafts > 0) said.push({ tone: 'plain', id: 'exchange-fact-drafts', count: status.drafts });
  if (preview.generation === null) said.push({ tone: 'plain', id: 'exchange-fact-unpublished' });
  return said;
}
