// What is offered to do with a document, and what is said of it, by its state and who reads it.
import { expect, test } from 'vitest';

import type { OfferView } from '../../ipc/generated';
import { actsOf, sentenceOf } from './document';

type State = Parameters<typeof actsOf>[0]['state'];
/** `reopen?` only asks; what is not named is closed to this person. */
function told(state: State, open: string, editable = false) {
  const offers = (['finalise', 'return', 'validate', 'reopen', 'close'] as const).map((act): OfferView => {
    const named = open.split(' ').find((one) => one.replace('?', '') === act);
    return { act, open: named !== undefined, why: named?.endsWith('?') ? 'document-asks-reopen' : named ? null : 'document-no-role' };
  });
  return { state, editable, offers, newer: null };
}
const shown = (form: ReturnType<typeof told>) => actsOf(form).map(({ act, asks }) => act + (asks ? '?' : '')).join(' ');

test('acts stand where this person may do them, and a draft is not reopened', () => {
  const cases: [ReturnType<typeof told>, string][] = [
    [told('draft', 'finalise', true), ''],
    [told('draft', 'finalise reopen close', true), 'close'],
    [told('finalised', 'finalise reopen'), 'reopen'],
    [told('finalised', 'return validate reopen close'), 'validate return reopen close'],
    [told('finalised', 'return reopen close'), 'return reopen close'],
    [told('validated', 'reopen?'), 'reopen?'],
    [told('closed', ''), ''],
  ];
  expect(cases.map(([form]) => shown(form))).toEqual(cases.map(([, acts]) => acts));
});

test('what comes next is said to who reads it', () => {
  const said = (form: ReturnType<typeof told>, reopened = false) => sentenceOf(form, reopened);
  expect(said(told('draft', 'finalise', true))).toBeNull();
  expect(said(told('draft', 'finalise', true), true)).toBe('filling-doc-reopened');
  expect(said(told('draft', ''))).toBe('filling-not-yours');
  expect(said(told('returned', 'finalise', true))).toBe('filling-returned');
  expect(said(told('returned', ''))).toBe('filling-doc-returned-read');
  expect(said(told('finalised', 'reopen'))).toBe('filling-doc-finalised-mine');
  expect(said(told('finalised', ''))).toBe('filling-sealed-finalised');
  expect(said(told('finalised', 'return validate reopen'))).toBe('filling-doc-to-judge');
  expect(said(told('finalised', 'return reopen'))).toBe('filling-doc-own');
  expect(said(told('validated', 'reopen?'))).toBe('filling-sealed-validated');
  expect(said(told('validated', 'return reopen'))).toBe('filling-doc-validated-here');
  expect(said(told('closed', ''))).toBe('filling-sealed-closed');
});
