/** The keys of filling a form, for the help about keys. */
import type { KeyGroup } from '../../kit/keys.svelte';
import { t } from '../../words';

export function entryKeys(): KeyGroup {
  return {
    title: t('frame-found-entries'),
    keys: [
      { keys: ['0–9'], label: t('filling-key-choose') },
      { keys: ['↑', '↓'], label: t('filling-key-move') },
      { keys: ['Page ↑', 'Page ↓'], label: t('frame-key-section') },
      { keys: ['N'], label: t('filling-not-applicable') },
      { keys: ['C'], label: t('filling-key-comment') },
      { keys: ['P'], label: t('filling-key-photo') },
      { keys: ['I'], label: t('frame-key-guidance') },
      { keys: ['Enter'], label: t('filling-key-accept') },
      { keys: ['Ctrl Z', 'Ctrl Y'], label: t('frame-key-undo') },
    ],
  };
}
