// An entry while it is filled, when the disk refuses, lags, or another order comes.
import { beforeEach, expect, test } from 'vitest';

import type { AnsweredView, EntryFormView, QuestionView } from '../ipc/call';
import { type Asked, fault, play } from '../ipc/played';
import { EntryPage } from './entry.svelte';
import { finish, lacksOf } from './finish';

function view(path: string, more: Partial<QuestionView> = {}): QuestionView {
  return {
    path, name: path, row: path, base: path, instance: null, appearance: [], whole: false, bounds: null, files: [], type: 'text', label: path, hint: '', guidance: '', group: null, plan: null, control: 'text', levels: false, choices: [],
    value: 'stored', shown: 'stored', required: false, readonly: false, bad: null, message: null, comment: null, source: null,
    not_applicable: null, may_not_apply: true, evidence: [], provisional: false, previous: null, previous_value: null, remarks: [],
    drafts: {}, ...more,
  };
}

let form: EntryFormView;
let full: boolean;
let asked: Asked[];
let answered: AnsweredView;
/** Called while a write is under way, a reading is under way. */
let [writing, reading]: (() => void | Promise<void>)[] = [];

beforeEach(() => {
  form = {
    score: null, previous_score: null, editable: true, may_remark: true, offers: [], newer: null, visit: null, promises: [], id: 'e', form_id: 'f', version: '1', title: '', cooperative: 'c',
    cooperative_name: '', owner: 'p', state: 'draft', answered: 0, asked: 0, missing: 0, groups: [], parked: [], late: [], findings: [],
    events: [], remarks: [], questions: ['a', 'b', 'c'].map((path) => view(path)),
  };
  answered = {
    saved_at: '2026-11-24T10:00:00Z', order: ['a', 'b', 'c'], changed: [], groups: [], answered: 0, asked: 0, missing: 0,
    score: null, findings: [],
  };
  full = false;
  writing = reading = () => {};
  asked = play({
    entry_form: async () => {
      const read = structuredClone(form);
      await reading?.();
      return read;
    },
    undoable: () => ({ undo: null, redo: null }),
    entry_answer: async () => {
      await writing?.();
      if (full) throw fault('fault-disk-full');
      return answered;
    },
  });
});

async function opened(): Promise<EntryPage> {
  const page = new EntryPage('e');
  await page.load();
  return page;
}
const sent = (name: string) => asked.filter((one) => one.name === name).map((one) => one.request);
const drafts = () => sent('answer_draft').map(({ question, field, text }) => [question, field, text]);

/** An answer that the disk refused. */
async function refused(page: EntryPage, path: string): Promise<void> {
  full = true;
  page.give(path, { value: 'new' });
  await page.settled();
  full = false;
}

test('to undo keeps what is not saved, and to retry never empties an answer', async () => {
  const page = await opened();
  await refused(page, 'a');
  await page.undo('undo');
  expect([page.unsaved, page.question('a')?.value]).toEqual([1, 'new']);
  page.question('a')?.drop('given', 'value');
  page.hand('a')?.retry();
  await page.settled();
  expect(sent('entry_answer')).toHaveLength(1);
  expect(page.unsaved).toBe(0);
  await refused(page, 'b');
  page.retryAll();
  await page.settled();
  expect([page.unsaved, sent('entry_answer').at(-1)?.['filling']]).toEqual([0, { answers: [['b', 'new']] }]);
});

test('what was given up is not found again at the next opening', async () => {
  const page = await opened();
  page.focusedHand?.type('value', 'typed');
  full = true;
  await page.settled();
  full = false;
  page.focusedHand?.giveUp();
  await page.settled();
  expect(drafts().at(-1)).toEqual(['a', 'value', null]);
  expect([page.unsaved, page.question('a')?.text('value')]).toEqual([0, 'stored']);
});

test('texts typed earlier are taken up only where they can be written', async () => {
  form.questions = [view('a', { drafts: { value: 'typed' } })];
  expect((await opened()).question('a')?.text('value')).toBe('typed');
  form.editable = false;
  expect((await opened()).question('a')?.text('value')).toBe('stored');
});

test('what is typed while the same line is being written is kept again', async () => {
  const page = await opened();
  page.focusedHand?.type('value', 'first');
  writing = () => {
    page.focusedHand?.type('value', 'second');
    page.flush();
  };
  page.leaveAll();
  const after = () => asked.slice(asked.findIndex((one) => one.name === 'entry_answer') + 1);
  await expect.poll(() => after().filter((one) => one.name === 'undoable')).toHaveLength(1);
  page.flush();
  // Once while the line was being written, and once after: the write took the first away.
  await expect.poll(() => after().filter((one) => one.request['text'] === 'second')).toHaveLength(2);
  expect(page.question('a')?.typed.value).toBe('second');
});

test('what left the order counts no more', async () => {
  const page = await opened();
  await refused(page, 'b');
  answered = { ...answered, order: ['a', 'c'] };
  page.give('a', { value: 'other' });
  await page.settled();
  expect([page.unsaved, page.firstUnsaved(), page.question('b')?.failure]).toEqual([0, undefined, null]);
});

test('a reading that a write overtook is read again', async () => {
  const page = await opened();
  reading = async () => {
    reading = () => {};
    form.questions = [view('a', { value: 'newer' }), view('b'), view('c')];
    page.give('a', { value: 'newer' });
    await page.settled();
  };
  await page.load();
  expect(page.question('a')?.value).toBe('newer');
});

test('nothing is finished while something is lacking', async () => {
  const page = await opened();
  full = true;
  page.focusedHand?.type('value', 'typed');
  expect(await finish(page)).toBe(false);
  full = false;
  page.retryAll();
  form.questions = [view('a'), view('b', { drafts: { comment: 'typed' } })];
  const other = await opened();
  other.go('a');
  expect(lacksOf(other).typed.map((one) => one.path)).toEqual(['b']);
  expect(await finish(other)).toBe(false);
  expect(sent('entry_finalise')).toEqual([]);
  other.go('b');
  expect(await finish(other)).toBe(true);
});

test('of several files another is the answer when one is taken away', async () => {
  const file = (id: string) => ({ id, name: `${id}.jpg`, media_type: 'image/jpeg', size: 1, at: '2026-11-28T10:42:07Z', person: 'Amina', here: true });
  form.questions = [view('a', { control: 'file', value: 'one.jpg', files: [file('one'), file('two')] })];
  const page = await opened();
  page.hand('a')?.detach('two');
  await page.settled();
  page.hand('a')?.detach('one');
  await page.settled();
  const fillings = sent('entry_answer').map(({ filling }) => filling);
  expect(fillings).toEqual([{ detach: [['a', 'two']] }, { detach: [['a', 'one']], answers: [['a', 'two.jpg']] }]);
});
