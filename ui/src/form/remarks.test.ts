import { expect, test } from 'vitest';

import type { RemarkView } from '../ipc/generated';
import { openRemarks, threadsOf } from './remarks';

const remark = (id: string, more: Partial<RemarkView> = {}): RemarkView => ({
  id, path: null, text: id, person: 'Khadija', at: `2026-11-2${id.length}T10:00:00Z`, parent: null, settled: false, ...more,
});
const drawn = (remarks: RemarkView[]) => threadsOf(remarks).map(({ first, answers }) => [first.id, ...answers.map((one) => one.id)].join(' < '));

test('answers stand below what they answer, also answers to answers, in the order of time', () => {
  expect(drawn([remark('ccc', { parent: 'bb' }), remark('bb', { parent: 'a' }), remark('a'), remark('dddd')])).toEqual(['a < bb < ccc', 'dddd']);
});

test('an answer to what is not here, and two that answer each other, are not lost', () => {
  expect(drawn([remark('a', { parent: 'gone' })])).toEqual(['a']);
  const round = threadsOf([remark('a', { parent: 'bb' }), remark('bb', { parent: 'a' })]);
  expect(round.flatMap(({ first, answers }) => [first.id, ...answers.map((one) => one.id)]).sort()).toEqual(['a', 'bb']);
});

test('an answer is nothing to deal with; its remark is, until it is settled', () => {
  const open = (settled: boolean) => openRemarks([remark('a', { settled }), remark('bb', { parent: 'a' })]).map((one) => one.id);
  expect([open(false), open(true)]).toEqual([['a'], []]);
});
