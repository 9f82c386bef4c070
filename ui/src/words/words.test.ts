// Words of the page: the same messages as the core, plurals, French where a language lacks one, dates and numbers.
import { beforeAll, describe, expect, it } from 'vitest';

import { ago, bytes, clock, date, direction, has, language, languageOf, number, percent, speak, t } from '.';

const NOW = new Date(2026, 10, 24, 15, 0, 0).getTime();

describe('messages', () => {
  it('choose the plural of each language', async () => {
    await speak('fr');
    expect([0, 1, 2].map((count) => t('frame-unsent', { count }))).toEqual([
      'Tout est envoyé',
      '1 modification à envoyer',
      '2 modifications à envoyer',
    ]);
    await speak('ar');
    expect(t('frame-unsent', { count: 2 })).toBe('تعديلان للإرسال');
    expect(t('frame-unsent', { count: 3 })).toContain('تعديلات');
    expect(t('frame-unsent', { count: 11 })).toContain('تعديلا ');
    expect(t('exchange-journal-conflicts', { count: 11 })).toMatch(/اختلافا$/);
    expect(t('exchange-journal-conflicts', { count: 100 })).toMatch(/اختلاف$/);
    expect(t('filling-unsaved-count', { count: 102 })).toContain('جواب ');
  });

  it('take whole numbers written as text, as the core sends them, without separators', async () => {
    await speak('fr');
    expect(t('frame-unsent', { count: '1' })).toBe('1 modification à envoyer');
    expect(t('frame-unsent', { count: '2026' })).toBe('2026 modifications à envoyer');
  });

  it('isolate what people wrote only where text runs from right to left', async () => {
    await speak('fr');
    expect(t('fault-defect', { reason: 'abc' })).not.toContain('\u2068');
    await speak('ar');
    expect(t('fault-defect', { reason: 'abc' })).toContain('\u2068abc\u2069');
    expect(direction()).toBe('rtl');
  });

  it('keep French punctuation on the line of its word', async () => {
    await speak('fr');
    expect(t('opening-forgotten')).toBe('Phrase oubliée\u00a0?');
    expect(t('opening-restore-file-hint')).toContain('«\u00a0.mourafaka-backup\u00a0»');
  });

  it('show the id of a message that nobody wrote', () => {
    expect(t('frame-nothing-such')).toBe('frame-nothing-such');
    expect(has('frame-nothing-such')).toBe(false);
    expect(has('frame-lock')).toBe(true);
  });
});

it('the language of the machine is understood, French is spoken for others', async () => {
  expect(['fr-MA', 'ar', 'en_GB.UTF-8', 'de', '', undefined].map(languageOf)).toEqual(['fr', 'ar', 'en', 'fr', 'fr', 'fr']);
  await speak('es');
  expect(language()).toBe('fr');
});

describe('figures in French', () => {
  beforeAll(() => speak('fr'));

  it('say days', () => {
    expect(date('2026-12-03')).toBe('jeu. 3 déc. 2026');
    expect(date('2026-10-27', 'short', NOW)).toBe('27 oct.');
    expect(date('2025-10-27', 'short', NOW)).toBe('27 oct. 2025');
    expect(clock(new Date(2026, 10, 24, 9, 5, 7).toISOString())).toBe('09:05:07');
  });

  it('say how long ago', () => {
    const before = (ms: number) => ago(new Date(NOW - ms).toISOString(), NOW);
    expect([5_000, 300_000, 7_200_000, 86_400_000].map(before)).toEqual(["à l'instant", 'il y a 5 minutes', 'il y a 2 heures', 'hier']);
    expect(ago('2026-11-18', NOW)).toBe('il y a 6 jours');
    expect(ago('2026-06-01', NOW)).toBe('il y a 6 mois');
  });

  it('group thousands and name units', () => {
    expect(number(12345)).toBe('12 345'.replace(' ', number(12345)[2] ?? ''));
    expect(percent(0.43)).toMatch(/^43\s%$/);
    expect(bytes(3_500_000)).toMatch(/^3,4\sMo$/);
    expect(bytes(860_000)).toMatch(/^840\sko$/);
    expect([bytes(20 << 20), bytes((20 << 20) + 1)].map((size) => size.replace(/\s/, ' '))).toEqual(['20 Mo', '20,1 Mo']);
  });
});

it('Arabic keeps Latin digits and the names of months used in Morocco', async () => {
  await speak('ar');
  expect(date('2026-09-03')).toMatch(/3.*شتنبر.*2026/);
  expect(`${number(1234)}${percent(0.5)}${bytes(1)}${ago('2026-11-18', NOW)}`).not.toMatch(/[٠-٩]/);
});

it('Arabic says you to several, and finished and sent back by words that mean only this', async () => {
  await speak('ar');
  expect(['kit-document-returned', 'kit-document-finalised'].map((id) => t(id))).toEqual(['معاد', 'مُنهى']);
  expect([t('opening-hello-lead'), t('fault-locked')]).toEqual([
    'عملكم في انتظاركم على هذا الحاسوب.',
    'المجلد مقفل. افتحوه بعبارة السر ثم أعيدوا المحاولة.',
  ]);
});
