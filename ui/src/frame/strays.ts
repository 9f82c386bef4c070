// Files let go over what takes none: the window stays where it is, and says where they can be let go.
import { toasts } from '../kit/toasts.svelte';
import { t } from '../words';

const isOfFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Whoever takes the files has said so before; else they may be let go here, so that it can be said. */
export function stray(event: DragEvent): void {
  if (event.defaultPrevented || !isOfFiles(event)) return;
  event.preventDefault();
  if (event.type === 'drop') toasts.say(t('frame-stray-files'), { tone: 'attention' });
}
